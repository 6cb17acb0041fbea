# Trouble: what owners hear when a network does not work.

alarms-trouble =
    { $network } is having problems. What is due waits and goes out later by itself. If it lasts longer than a day, incoming messages may be lost.

    For your IT: { $problem }
alarms-over =
    { $network } is working again. What was waiting goes out now, little by little.

    For your IT, this is fixed: { $problem }
