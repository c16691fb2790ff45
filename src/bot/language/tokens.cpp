// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/tokens.h"

#include "base/plaintext.h"
#include "bot/language/words.h"

#include <QHash>
#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTokens = 200;

//! Contractions in writing that keep a sentence's meaning; "'s" is "is" only behind these.
const QHash<QString, QStringList> &contractions()
{
    static const QHash<QString, QStringList> all = [] {
        QHash<QString, QStringList> made{{u"whats"_s, {u"what"_s, u"is"_s}},  {u"hows"_s, {u"how"_s, u"is"_s}},
                                         {u"dont"_s, {u"do"_s, u"not"_s}},    {u"can't"_s, {u"can"_s, u"not"_s}},
                                         {u"won't"_s, {u"will"_s, u"not"_s}}, {u"cant"_s, {u"can"_s, u"not"_s}},
                                         {u"lets"_s, {u"let"_s, u"us"_s}},    {u"let's"_s, {u"let"_s, u"us"_s}},
                                         {u"wont"_s, {u"will"_s, u"not"_s}}};
        for (const QString &word : {u"what"_s, u"who"_s, u"how"_s, u"where"_s, u"when"_s, u"that"_s, u"there"_s,
                                    u"it"_s, u"here"_s, u"he"_s, u"she"_s})
            made.insert(word + u"'s"_s, {word, u"is"_s});
        return made;
    }();
    return all;
}

QStringList foldedWords(const QString &raw)
{
    const QString word = raw.toCaseFolded();
    if (const auto found = contractions().constFind(word); found != contractions().constEnd())
        return *found;
    static const QList<std::pair<QString, QString>> endings{{u"n't"_s, u"not"_s},  {u"'ll"_s, u"will"_s},
                                                            {u"'re"_s, u"are"_s},  {u"'ve"_s, u"have"_s},
                                                            {u"'d"_s, u"would"_s}, {u"'m"_s, u"am"_s}};
    for (const auto &[ending, meaning] : endings)
        if (word.size() > ending.size() && word.endsWith(ending))
            return {word.chopped(ending.size()), meaning};
    if (word.endsWith("'s"_L1))
        return word.size() == 2 ? QStringList() : QStringList{word.chopped(2)};
    return {word};
}

bool isPause(QChar c)
{
    return u",:()[]{}<>，、：（）【】"_s.contains(c);
}

bool isEnd(QChar c)
{
    return u"?!;。？！；…\n"_s.contains(c);
}

//! Splits one text into sentences and words, character by character.
class Splitter
{
public:
    explicit Splitter(const QString &text)
        : m_text(text)
    {}

    QList<Sentence> split()
    {
        for (qsizetype i = 0; i < m_text.size() && m_count < mostTokens; ++i) {
            const QChar c = m_text.at(i);
            if (isHan(c) || c.category() == QChar::Other_PrivateUse) {
                endWord(i);
                addToken(QString(c), i);
            } else if (c.isSpace() && c != u'\n') {
                endWord(i);
            } else if (endsSentence(i)) {
                endWord(i);
                endSentence(c == u'?' || c == u'？');
            } else if (isPause(c) && !isInsideWord(i)) {
                endWord(i);
                pause();
            } else if (m_start < 0) {
                m_start = i;
            }
        }
        endWord(m_text.size());
        endSentence(false);
        return m_sentences;
    }

private:
    bool endsSentence(qsizetype i) const
    {
        const QChar c = m_text.at(i);
        return isEnd(c) ||
               (c == u'.' && (i + 1 == m_text.size() || m_text.at(i + 1).isSpace() || m_text.at(i + 1) == u'.'));
    }

    //! The colons of 2001:db8::7 belong to it; the one of "note: x" does not.
    bool isInsideWord(qsizetype i) const
    {
        if (m_text.at(i) != u':' || i + 1 >= m_text.size())
            return false;
        const QChar next = m_text.at(i + 1);
        return next == u':' || next == u'/' || next.isDigit() || u"abcdefABCDEF"_s.contains(next);
    }

    void endWord(qsizetype end)
    {
        if (m_start >= 0) {
            const QStringList words = foldedWords(m_text.sliced(m_start, end - m_start));
            for (const QString &each : words)
                addToken(each, m_start);
        }
        m_start = -1;
    }

    void addToken(const QString &word, qsizetype start)
    {
        m_now.tokens.append({word, start, isFiller(word), std::exchange(m_pause, false), false});
        ++m_count;
    }

    void pause()
    {
        m_pause = true;
        if (!m_now.tokens.isEmpty())
            m_now.tokens.last().pauseAfter = true;
    }

    void endSentence(bool question)
    {
        if (!m_now.tokens.isEmpty()) {
            m_now.question = question;
            m_sentences.append(std::exchange(m_now, {}));
        }
        m_pause = false;
    }

    const QString &m_text;
    QList<Sentence> m_sentences;
    Sentence m_now;
    qsizetype m_start = -1;
    qsizetype m_count = 0;
    bool m_pause = false;
};

//! "4 hours", "an hour", "4小时" become one word "4h".
void joinDurations(QList<Token> &tokens)
{
    static const QHash<QString, QChar> units{
        {u"minute"_s, u'm'}, {u"minutes"_s, u'm'}, {u"min"_s, u'm'}, {u"mins"_s, u'm'}, {u"hour"_s, u'h'},
        {u"hours"_s, u'h'},  {u"hrs"_s, u'h'},     {u"hr"_s, u'h'},  {u"h"_s, u'h'},    {u"day"_s, u'd'},
        {u"days"_s, u'd'},   {u"天"_s, u'd'},      {u"日"_s, u'd'}};
    static const QRegularExpression digits(u"^[1-9][0-9]{0,4}$"_s);
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        const bool one = tokens.at(i).word == "an"_L1 || tokens.at(i).word == "a"_L1;
        if (!one && !digits.match(tokens.at(i).word).hasMatch())
            continue;
        qsizetype used = 1;
        if (!one && tokens.at(i + 1).word == "个"_L1 && i + 2 < tokens.size())
            used = 2;
        QChar unit = units.value(tokens.at(i + used).word);
        const QString next = i + used + 1 < tokens.size() ? tokens.at(i + used + 1).word : QString();
        if (tokens.at(i + used).word == QStringView(u"小") && next == QStringView(u"时"))
            unit = u'h';
        if (tokens.at(i + used).word == QStringView(u"分") && next == QStringView(u"钟"))
            unit = u'm';
        if (unit.isNull())
            continue;
        used += isHan(tokens.at(i + used).word.front()) && (unit != u'd') ? 2 : 1;
        tokens[i].word = (one ? u"1"_s : tokens.at(i).word) + unit;
        tokens[i].filler = false;
        tokens[i].pauseAfter = tokens.at(i + used - 1).pauseAfter;
        tokens.remove(i + 1, used - 1);
    }
}

//! Chinese politeness is several characters long.
void markHanFillers(QList<Token> &tokens)
{
    static const QStringList fillers{u"请问"_s, u"麻烦你"_s, u"麻烦"_s, u"帮我"_s,  u"帮忙"_s, u"给我"_s,
                                     u"一下"_s, u"现在"_s,   u"目前"_s, u"谢谢"_s,  u"主机"_s, u"服务器"_s,
                                     u"这台"_s, u"请"_s,     u"吗"_s,   u"呢"_s,    u"吧"_s,   u"啊"_s,
                                     u"呀"_s,   u"的"_s,     u"你好"_s, u"机器人"_s};
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        for (const QString &filler : fillers) {
            qsizetype same = 0;
            while (same < filler.size() && i + same < tokens.size() &&
                   tokens.at(i + same).word == QStringView(filler).sliced(same, 1))
                ++same;
            for (qsizetype k = 0; same == filler.size() && k < same; ++k)
                tokens[i + k].filler = true;
        }
    }
}

} // namespace

QString normalised(const QString &text)
{
    if (shownPlainly(text, 8000) != QString(text).replace(u'\t', u' '))
        return {};
    QString plain = text.normalized(QString::NormalizationForm_KC);
    plain.replace(u'’', u'\'').replace(u'‘', u'\'').replace(u"```"_s, u"\x01"_s);
    static const QRegularExpression fenced(u"\x01[^\x01]*(\x01|$)"_s);
    static const QRegularExpression code(u"`[^`]*(`|$)"_s);
    static const QRegularExpression quotedLine(u"^\\s*[>|].*$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression quotation(
        u"\"[^\"]*(\"|$)|“[^”]*(”|$)|«[^»]*(»|$)|「[^」]*(」|$)|(?<![\\w])'[^']*'(?![\\w])"_s);
    // A quotation leaves a mark that no phrase covers, so that what stands around it does not become a sentence.
    plain.replace(fenced, u" \" "_s).replace(code, u" \" "_s).remove(quotedLine).replace(quotation, u" \" "_s);
    return plain.trimmed();
}

QList<Sentence> sentencesOf(const QString &text)
{
    QList<Sentence> all = Splitter(text).split();
    for (Sentence &each : all) {
        joinDurations(each.tokens);
        markHanFillers(each.tokens);
    }
    return all;
}

} // namespace wardroom::bot
