# Nur, was beim Du anders klingt.

sending-paused = Angehalten. Es geht weiter, wenn du es sagst.
