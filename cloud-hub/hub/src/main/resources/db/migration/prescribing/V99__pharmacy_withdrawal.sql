-- an order whose prescription was put back or cancelled is asked back from the pharmacy
alter table pharmacy_order
    drop constraint pharmacy_order_state_check,
    add constraint pharmacy_order_state_check
        check (state in
            ('placing', 'preparing', 'shipped', 'delivered', 'out_of_stock', 'refused', 'unreachable',
             'withdrawing', 'withdrawn', 'too_late'));
