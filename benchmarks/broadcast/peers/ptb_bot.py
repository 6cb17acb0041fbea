"""A bot as in PTB's examples: echoes, and sends to everybody inside the handler of /broadcast.

`ptb_bot.py <api> <token> <first chat> <count>`, until the process that started it is gone or ends it.
"""

from __future__ import annotations

import asyncio
import os
import sys

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, CommandHandler, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer with the same words."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "?")


async def broadcast(_update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The usual loop."""
    first, count = int(sys.argv[3]), int(sys.argv[4])
    for chat in range(first, first + count):
        try:
            await context.bot.send_message(chat, "Eine Nachricht an alle.")
        except TelegramError:
            continue
        await asyncio.sleep(0.04)


async def main() -> None:
    """Poll until ended."""
    parent = os.getppid()
    built: Application = ApplicationBuilder().token(sys.argv[2]).base_url(f"{sys.argv[1]}/bot").build()
    built.add_handler(CommandHandler("broadcast", broadcast))
    built.add_handler(MessageHandler(filters.TEXT, echo))
    async with built:
        await built.start()
        await built.updater.start_polling()
        while os.getppid() == parent:  # noqa: ASYNC110 - nobody tells a process that its parent is gone
            await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main())
