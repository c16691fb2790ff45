// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/botsamples.h"
#include "bot/language/understand.h"
#include "fuzz/target.h"

namespace wardroom::fuzz {
using namespace bot;

namespace {

const Catalogue &catalogue()
{
    static const Catalogue shipped = test::shippedCatalogue();
    return shipped;
}

void check(const QString &line)
{
    static const Vocabulary vocabulary = test::sampleVocabulary();
    const domain::Understanding heard = understand(line, catalogue(), vocabulary);
    hold(heard.confidence >= 0 && heard.confidence <= 100, "confidence is per cent");
    const Command *command = catalogue().command(heard.command);
    if (heard.intent != domain::IntentKind::command)
        return;
    hold(command, "what was understood is a command that there is");
    const Result<QJsonObject> typed = typedArguments(*command, heard.args, vocabulary);
    hold(typed && *typed == heard.args, "what was understood is canonical");
    // A "/" line has no way to say a quotation mark inside a text, so there the spoken form has another mark.
    if (line.contains(u'"') || line.contains(u'“') || line.contains(u'”'))
        return;
    const domain::Understanding again = understand(spokenForm(*command, heard.args), catalogue(), vocabulary);
    hold(again.command == heard.command && again.args == heard.args, "what is spoken back means the same");
}

void slash(const QByteArray &bytes)
{
    const QString line = u'/' + QString::fromUtf8(bytes);
    check(line);
    static const Vocabulary vocabulary = test::sampleVocabulary();
    for (int cursor : {0, 1, int(line.size()) / 2, int(line.size()), int(line.size()) + 9, -1})
        completionsFor(line, cursor, catalogue(), vocabulary, QStringLiteral("en"));
}

void sentence(const QByteArray &bytes)
{
    check(QString::fromUtf8(bytes));
}

const Registration ofSlash{"slash", slash, 2048};
const Registration ofSentence{"sentence", sentence, 2048};

} // namespace

} // namespace wardroom::fuzz
