"""What a person or another program sees of a ledger: tables, a timeline, marked sentences, plain records.

Takes the records of a view (an entry with what is known of its report) or the findings of one report; gives text or plain values.
It stores nothing, decides nothing, opens nothing and prints nothing: the command line does. Text of reports is hostile here too:
whatever goes to a terminal passes ``printable``, whatever goes to a spreadsheet ``harmless``.
"""
