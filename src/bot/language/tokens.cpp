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
QHash<QString, QStringList> makeContractions()
{
    QHash<QString, QStringList> made{{u"whats"_s, {u"what"_s, u"is"_s}}, {u"hows"_s, {u"how"_s, u"is"_s}},
                                     {u"whos"_s, {u"who"_s, u"is"_s}},   {u"dont"_s, {u"do"_s, u"not"_s}},
                                     {u"can't"_s, {u"can"_s, u"not"_s}}, {u"won't"_s, {u"will"_s, u"not"_s}},
                                     {u"cant"_s, {u"can"_s, u"not"_s}},  {u"lets"_s, {u"let"_s, u"us"_s}},
                                     {u"let's"_s, {u"let"_s, u"us"_s}},  {u"wont"_s, {u"will"_s, u"not"_s}}};
    for (const QString &word : {u"is"_s, u"did"_s, u"does"_s, u"should"_s, u"are"_s, u"was"_s, u"could"_s, u"would"_s})
        made.insert(word + u"nt"_s, {word, u"not"_s});
    for (const QString &word : {u"what"_s, u"who"_s, u"how"_s, u"where"_s, u"when"_s, u"that"_s, u"there"_s, u"it"_s,
                                u"here"_s, u"he"_s, u"she"_s})
        made.insert(word + u"'s"_s, {word, u"is"_s});
    return made;
}

QStringList takenApart(const QString &word)
{
    static const QHash<QString, QStringList> contractions = makeContractions();
    if (const auto found = contractions.constFind(word); found != contractions.constEnd())
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

bool isWordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

//! Splits one text into sentences and words, character by character.
class Splitter
{
public:
    explicit Splitter(const QString &text) : m_text(text) {}

    QList<Sentence> split()
    {
        m_now.tokens.reserve(11); // more than a kilobyte would go the allocator's long way
        for (qsizetype i = 0; i < m_text.size() && m_count < mostTokens; ++i) {
            const QChar c = m_text.at(i);
            if (isWordCharacter(c)) {
                if (m_start < 0)
                    m_start = i;
            } else if (isHan(c) || (c.unicode() >= 0xE000 && c.unicode() <= 0xF8FF)) {
                endWord(i);
                addToken(QString(c), i, i + 1);
            } else if (c.isSpace() && c != u'\n') {
                endWord(i);
            } else if (endsSentence(i)) {
                endWord(i);
                endSentence(c == u'?' || c == u'？');
            } else if (isPause(c) && !isInsideWord(i)) {
                endWord(i);
                pause(c == u':' || c == u'：');
            } else if (m_start < 0 && !countsHere(i)) {
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

    //! "alert #31" is alert 31.
    bool countsHere(qsizetype i) const
    {
        return m_text.at(i) == u'#' && i + 1 < m_text.size() && m_text.at(i + 1).isDigit();
    }

    //! The colons of 2001:db8::7 belong to it; the one of "note: x" does not.
    bool isInsideWord(qsizetype i) const
    {
        if (m_text.at(i) != u':' || i + 1 >= m_text.size())
            return false;
        const QChar next = m_text.at(i + 1);
        return next == u':' || next == u'/' || next == u'\\' || next.isDigit() || u"abcdefABCDEF"_s.contains(next);
    }

    void endWord(qsizetype end)
    {
        if (m_start >= 0) {
            const QString word = m_text.sliced(m_start, end - m_start).toCaseFolded();
            const WordFacts *facts = factsOf(word);
            if ((facts != nullptr && (facts->flags & contraction) != 0) || word.contains(u'\'')) {
                const QStringList words = takenApart(word);
                for (const QString &each : words)
                    addToken(each, m_start, end);
            } else {
                addKnown(word, m_start, end, facts);
            }
        }
        m_start = -1;
    }

    void addToken(const QString &word, qsizetype start, qsizetype end) { addKnown(word, start, end, factsOf(word)); }

    void addKnown(const QString &word, qsizetype start, qsizetype end, const WordFacts *facts)
    {
        Token &token = m_now.tokens.emplace_back();
        token.word = word;
        token.key = facts == nullptr ? word : facts->key;
        token.start = start;
        token.end = end;
        if (facts != nullptr) {
            token.flags = facts->flags;
            token.topic = facts->topic;
            token.form = facts->form;
            token.filler = (facts->flags & fillerWord) != 0;
        }
        token.pauseBefore = std::exchange(m_pause, false);
        ++m_count;
    }

    void pause(bool colon)
    {
        m_pause = true;
        if (!m_now.tokens.isEmpty())
            m_now.tokens.last().pauseAfter = true;
        if (colon && !m_now.tokens.isEmpty())
            m_now.tokens.last().colonAfter = true;
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

//! Chinese politeness is several characters long; found by its first one.
QHash<QChar, QStringList> makeHanFillers()
{
    const QStringList fillers{u"请问"_s, u"麻烦你"_s, u"麻烦"_s, u"帮我"_s, u"帮忙"_s,   u"给我"_s, u"一下"_s,
                              u"现在"_s, u"目前"_s,   u"谢谢"_s, u"主机"_s, u"服务器"_s, u"这台"_s, u"那台"_s,
                              u"请"_s,   u"吗"_s,     u"呢"_s,   u"吧"_s,   u"啊"_s,     u"呀"_s,   u"的"_s,
                              u"你好"_s, u"机器人"_s, u"劳驾"_s, u"机器"_s, u"赶紧"_s,   u"马上"_s, u"立刻"_s,
                              u"立即"_s, u"辛苦"_s,   u"拜托"_s};
    QHash<QChar, QStringList> made;
    for (const QString &each : fillers)
        made[each.front()].append(each);
    return made;
}

void markHanFillers(QList<Token> &tokens)
{
    static const QHash<QChar, QStringList> fillers = makeHanFillers();
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).word.isEmpty() || !isHan(tokens.at(i).word.front()))
            continue;
        const auto found = fillers.constFind(tokens.at(i).word.front());
        if (found == fillers.cend())
            continue;
        for (const QString &filler : *found) {
            qsizetype same = 0;
            while (same < filler.size() && i + same < tokens.size() &&
                   tokens.at(i + same).word == QStringView(filler).sliced(same, 1))
                ++same;
            for (qsizetype k = 0; same == filler.size() && k < same; ++k)
                tokens[i + k].filler = true;
        }
    }
}

//! Chinese words with a key become one token, so that 封禁 and 屏蔽 are as alike as block and ban.
void joinHanWords(QList<Token> &tokens)
{
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        const Token &token = tokens.at(i);
        if (token.filler || token.word.size() != 1 || !isHan(token.word.front()))
            continue;
        for (const QString &each : hanWords(token.word.front())) {
            qsizetype same = 1;
            while (same < each.size() && i + same < tokens.size() && !tokens.at(i + same).filler &&
                   tokens.at(i + same).word == QStringView(each).sliced(same, 1))
                ++same;
            if (same < each.size())
                continue;
            const WordFacts *facts = factsOf(each);
            tokens[i].word = each;
            tokens[i].key = facts->key;
            tokens[i].flags = facts->flags;
            tokens[i].topic = facts->topic;
            tokens[i].form = facts->form;
            tokens[i].end = tokens.at(i + same - 1).end;
            tokens[i].pauseAfter = tokens.at(i + same - 1).pauseAfter;
            tokens[i].colonAfter = tokens.at(i + same - 1).colonAfter;
            tokens.remove(i + 1, same - 1);
            break;
        }
    }
}

//! Whether a character stands for itself: what most lines are made of. Anything else takes the long way.
bool isPlain(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x80)
        return (code >= 0x20 && code < 0x7F) || code == u'\n' || code == u'\t';
    return (code >= 0x4E00 && code <= 0x9FFF) || code == u'，' || code == u'。' || code == u'？' || code == u'！' ||
           code == u'：' || code == u'；' || code == u'、' || code == u'（' || code == u'）' || code == u'…' ||
           code == u'—' || (code >= firstSlot && code < firstSlot + 32);
}

//! Whether quotations, code or quoted lines may stand in it.
bool mayQuote(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u'"' || c == u'`' || c == u'“' || c == u'”' || c == u'«' || c == u'「' || c == u'『' || c == u'>' ||
            c == u'|')
            return true;
        if (c == u'\'' && (i == 0 || !text.at(i - 1).isLetterOrNumber()))
            return true;
    }
    return false;
}

QString withoutQuotations(QString plain)
{
    plain.replace(u"```"_s, u"\x01"_s);
    static const QRegularExpression fenced(u"\x01[^\x01]*(\x01|$)"_s);
    static const QRegularExpression code(u"`[^`]*(`|$)"_s);
    static const QRegularExpression quotedLine(u"^\\s*[>|].*$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression quotation(
        u"\"[^\"]*(\"|$)|“[^”]*(”|$)|«[^»]*(»|$)|「[^」]*(」|$)|『[^』]*(』|$)|(?<![\\w])'[^']*'(?![\\w])"_s);
    // A quotation leaves a mark that no phrase covers, so that what stands around it does not become a sentence.
    return plain.replace(fenced, u" \" "_s)
        .replace(code, u" \" "_s)
        .remove(quotedLine)
        .replace(quotation, u" \" "_s)
        .trimmed();
}

} // namespace

QString normalised(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), isPlain))
        return mayQuote(text) ? withoutQuotations(text) : text;
    if (shownPlainly(text, 8000) != QString(text).replace(u'\t', u' '))
        return {};
    QString plain = text.normalized(QString::NormalizationForm_KC);
    plain.replace(u'’', u'\'').replace(u'‘', u'\'');
    return mayQuote(plain) ? withoutQuotations(plain) : plain.trimmed();
}

QList<Sentence> sentencesOf(const QString &text)
{
    QList<Sentence> all = Splitter(text).split();
    for (Sentence &each : all) {
        joinTimes(each.tokens);
        markHanFillers(each.tokens);
        joinHanWords(each.tokens);
    }
    return all;
}

QStringView writtenOf(const QString &text, const QList<Sentence> &all, qsizetype at)
{
    const qsizetype from = at == 0 ? 0 : all.at(at).tokens.first().start;
    const qsizetype to = at + 1 < all.size() ? all.at(at + 1).tokens.first().start : text.size();
    return QStringView(text).sliced(from, std::max<qsizetype>(0, to - from));
}

} // namespace wardroom::bot
