# In der öffentlichen Liste stehen: auch später Ja sagen.

listing-done = Gern! { $name } steht jetzt in der öffentlichen Liste. Mit /meinedaten nehmen Sie das jederzeit zurück.
listing-not = In Ordnung. Es bleibt alles, wie es ist.
listing-nothing-to-ask = Da ist gerade nichts zu entscheiden. Mit /meinedaten sehen Sie, was gilt.
