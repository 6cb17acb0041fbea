# Trouble: what owners hear when a network does not work.

alarms-trouble =
    { $network } is in trouble. Nothing is lost: what is due waits and goes out later by itself.

    For your IT: { $problem }
alarms-over =
    { $network } is working again. What was waiting goes out now, little by little.

    For your IT, this is mended: { $problem }
