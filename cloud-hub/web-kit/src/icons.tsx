import type { ReactNode } from "react";

export interface IconProps {
  /** Any CSS length; by default as high as the words beside it. */
  size?: string;
  /** Only where no word stands beside the icon. */
  label?: string;
}

/** Lines of 2 in a field of 24, in the colour of the words beside them. */
function drawn(shape: ReactNode) {
  return function Icon({ size = "1.25em", label }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        width={size}
        height={size}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        focusable="false"
        {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      >
        {shape}
      </svg>
    );
  };
}

const HANDSET =
  "M5 4h3.5l1.8 4.4-2.2 1.5a11 11 0 0 0 6 6l1.5-2.2 4.4 1.8V19a2 2 0 0 1-2.2 2A16 16 0 0 1 3 6.2 2 2 0 0 1 5 4z";
const HEART = "M12 20.5 4.3 12.8a4.9 4.9 0 0 1 7-6.9l.7.8.7-.8a4.9 4.9 0 0 1 7 6.9z";
const CLOUD = "M7 18.5a4.2 4.2 0 0 1-.4-8.4A6 6 0 0 1 18.2 11 3.8 3.8 0 0 1 17.5 18.5z";
const TRIANGLE = "M12 3.8 2.6 20.2h18.8z";

export const PhoneIcon = drawn(<path d={HANDSET} />);
export const HangUpIcon = drawn(
  <path d="M3 14.5c0-1.4.5-2.5 1.6-3.2a14.2 14.2 0 0 1 14.8 0c1.1.7 1.6 1.8 1.6 3.2v1.2a1.3 1.3 0 0 1-1.5 1.3l-3-.5a1.3 1.3 0 0 1-1.1-1.3v-2a9.6 9.6 0 0 0-6.8 0v2a1.3 1.3 0 0 1-1.1 1.3l-3 .5A1.3 1.3 0 0 1 3 15.7z" />,
);
export const MicIcon = drawn(
  <>
    <rect x="9" y="3" width="6" height="11" rx="3" />
    <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
  </>,
);
export const MicOffIcon = drawn(
  <>
    <path d="M9 9.5V11a3 3 0 0 0 5 2.2M15 11.5V6a3 3 0 0 0-5.8-1" />
    <path d="M5.5 11.5a6.5 6.5 0 0 0 10.6 5M18.5 11.5c0 .8-.1 1.5-.4 2.2M12 18v3M4 4l16 16" />
  </>,
);
export const CameraIcon = drawn(
  <>
    <rect x="3" y="6.5" width="12.5" height="11" rx="2" />
    <path d="m15.5 10.5 5.5-3v9l-5.5-3z" />
  </>,
);
export const CameraOffIcon = drawn(
  <path d="M6 6.5H5a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8.5a2 2 0 0 0 2-2M10 6.5h3.5a2 2 0 0 1 2 2v2l5.5-3v9M3 3l18 18" />,
);
export const PersonIcon = drawn(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5a7.5 7.5 0 0 1 15 0" />
  </>,
);
export const PeopleIcon = drawn(
  <>
    <circle cx="9" cy="8.5" r="3.5" />
    <path d="M2.5 19.5a6.5 6.5 0 0 1 13 0M16 5.4a3.5 3.5 0 0 1 0 6.2M18 14a6.5 6.5 0 0 1 3.5 5.5" />
  </>,
);
export const DoctorIcon = drawn(
  <>
    <circle cx="12" cy="7" r="4" />
    <path d="M4.5 21a7.5 7.5 0 0 1 15 0M12 15.5v4M10 17.5h4" />
  </>,
);
export const HeartIcon = drawn(<path d={HEART} />);
export const PulseIcon = drawn(<path d="M2.5 12.5h4l2.5-7 4.5 13 2.5-6h5.5" />);
export const CuffIcon = drawn(
  <>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m9 9 2.2-2.2M14.5 9H17a3.5 3.5 0 0 1 0 7h-4v2.5" />
    <rect x="10.5" y="18.5" width="5" height="3" rx="1.5" />
  </>,
);
export const LinkUpIcon = drawn(
  <path d="M4 10.5a12 12 0 0 1 16 0M7 14a7.5 7.5 0 0 1 10 0M12 18h.01" />,
);
export const LinkLostIcon = drawn(
  <path d="M4 10.5a12 12 0 0 1 4-2.4M13 7.6a12 12 0 0 1 7 2.9M7 14a7.5 7.5 0 0 1 3.5-1.8M12 18h.01M4 4l16 16" />,
);
export const SavedIcon = drawn(
  <>
    <path d={CLOUD} />
    <path d="m9.5 14 2 2 3.5-3.5" />
  </>,
);
export const SavingIcon = drawn(
  <>
    <path d={CLOUD} />
    <path d="M12 12v4M12 12l-1.8 1.8M12 12l1.8 1.8" />
  </>,
);
export const WarningIcon = drawn(
  <>
    <path d={TRIANGLE} />
    <path d="M12 10v4M12 17h.01" />
  </>,
);
export const CheckIcon = drawn(<path d="m4.5 12.5 5 5 10-11" />);
export const CloseIcon = drawn(<path d="m6 6 12 12M18 6 6 18" />);
export const ClockIcon = drawn(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5l3.5 2" />
  </>,
);
export const BellIcon = drawn(
  <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2 2 0 0 0 4 0" />,
);
export const NoteIcon = drawn(<path d="M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 12.5h7M9 16.5h5" />);
export const SpeakerIcon = drawn(
  <path d="M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11" />,
);
export const ArrowUpIcon = drawn(<path d="M12 20V4.5M5.5 11 12 4.5 18.5 11" />);
export const ArrowDownIcon = drawn(<path d="M12 4v15.5M5.5 13l6.5 6.5 6.5-6.5" />);
export const BackIcon = drawn(<path d="M20 12H4.5M11 5.5 4.5 12l6.5 6.5" />);
export const HomeIcon = drawn(<path d="M4 11 12 4l8 7v9.5h-5.5v-6h-5v6H4z" />);
