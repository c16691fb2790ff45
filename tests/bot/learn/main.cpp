// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/model.h"
#include "bot/language/names.h"
#include "bot/language/phrasebook.h"
#include "bot/botsamples.h"
#include "bot/sentences.h"

#include <QDataStream>
#include <QFile>
#include <QHash>

#include <cmath>
#include <cstdio>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

//! wardroom_learn OUT [--without-tune]: weighs words from the train and tune parts of tests/data/language and from the manifests' phrases, and
//! writes src/bot/language/learnt.inc. Multinomial logistic regression with Adagrad, in a fixed order: the same files
//! give the same weights.
namespace {

constexpr int rounds = 30;
constexpr double rate = 0.25;
constexpr double decay = 2e-6;
constexpr quint32 hidden = 50; //!< per cent
constexpr double scale = 24;

struct Example
{
    std::vector<quint32> features; //!< indexes
    int label = 0;
};

QList<test::Row> trainRows(bool withTune)
{
    QList<test::Row> all = test::commandRows(u"train"_s) + test::chatterRows(u"train"_s);
    if (withTune)
        all += test::commandRows(u"tune"_s) + test::chatterRows(u"tune"_s);
    const Catalogue catalogue = test::shippedCatalogue();
    for (const Plugin &plugin : catalogue.plugins())
        for (const bot::Command &command : plugin.commands)
            for (const QString &text : test::filledPhrases(command))
                all.append({command.id, text, {}, {}, {}});
    return all;
}

class Learner
{
public:
    void take(const QList<test::Row> &rows)
    {
        const Vocabulary vocabulary = test::languageVocabulary();
        const auto names = Names::of(vocabulary);
        QHash<quint32, int> uses;
        QList<std::pair<std::vector<quint32>, int>> raw;
        m_labels << QString();
        for (const test::Row &row : rows) {
            if (!row.after.isEmpty())
                continue;
            const QString plain = normalised(row.text);
            const QList<Sentence> sentences = sentencesOf(plain);
            for (const Sentence &sentence : sentences) {
                if (!m_labels.contains(row.command))
                    m_labels << row.command;
                raw.append({featuresOf(hear(plain, sentence, *names, nullptr)), int(m_labels.indexOf(row.command))});
                for (const quint32 feature : raw.last().first)
                    ++uses[feature];
                if (!row.command.isEmpty())
                    break; // the text of a note may go on
            }
        }
        for (const auto &[features, label] : std::as_const(raw)) {
            Example example{{}, label};
            for (const quint32 feature : features)
                if (uses.value(feature) >= 2)
                    example.features.push_back(indexOf(feature));
            m_examples.push_back(example);
        }
        m_weights.assign(m_features.size() * size_t(m_labels.size()), 0);
        m_squares.assign(m_weights.size(), 1e-2);
    }

    void learn()
    {
        for (int round = 0; round < rounds; ++round)
            for (size_t i = 0; i < m_examples.size(); ++i)
                step(m_examples[(i * 7919) % m_examples.size()]);
    }

    QByteArray written() const
    {
        QByteArray bytes;
        QDataStream out(&bytes, QIODevice::WriteOnly);
        out.setVersion(QDataStream::Qt_6_0);
        const size_t labels = size_t(m_labels.size());
        QByteArray rows;
        QDataStream rowsOut(&rows, QIODevice::WriteOnly);
        quint32 count = 0;
        for (size_t f = 0; f < m_features.size(); ++f) {
            std::vector<std::pair<quint8, qint8>> kept;
            for (size_t l = 0; l < labels; ++l) {
                const int value = int(std::lround(std::clamp(m_weights[f * labels + l] * scale, -127.0, 127.0)));
                if (std::abs(value) >= 2)
                    kept.push_back({quint8(l), qint8(value)});
            }
            if (kept.empty())
                continue;
            ++count;
            rowsOut << m_features[f] << quint8(kept.size());
            for (const auto &[label, value] : kept)
                rowsOut << label << value;
        }
        out << m_labels << scale << count;
        return bytes + rows;
    }

private:
    quint32 indexOf(quint32 feature)
    {
        const auto it = m_indexes.constFind(feature);
        if (it != m_indexes.cend())
            return *it;
        m_indexes.insert(feature, quint32(m_features.size()));
        m_features.push_back(feature);
        return quint32(m_features.size() - 1);
    }

    //! Now and then a part of what is seen is hidden, so that no single pair of words is relied on.
    std::vector<quint32> partOf(const Example &example)
    {
        std::vector<quint32> kept;
        for (const quint32 feature : example.features) {
            m_chance = m_chance * 1664525u + 1013904223u;
            if ((m_chance >> 16) % 100 >= hidden)
                kept.push_back(feature);
        }
        return kept;
    }

    void step(const Example &whole)
    {
        const Example example{partOf(whole), whole.label};
        const size_t labels = size_t(m_labels.size());
        std::vector<double> scores(labels, 0);
        for (const quint32 feature : example.features)
            for (size_t l = 0; l < labels; ++l)
                scores[l] += m_weights[feature * labels + l];
        const double most = *std::max_element(scores.begin(), scores.end());
        double all = 0;
        for (double &score : scores)
            all += score = std::exp(score - most);
        for (size_t l = 0; l < labels; ++l) {
            const double slope = scores[l] / all - (int(l) == example.label ? 1 : 0);
            for (const quint32 feature : example.features) {
                double &weight = m_weights[feature * labels + l];
                double &square = m_squares[feature * labels + l];
                const double change = slope + decay * weight * double(m_examples.size());
                square += change * change;
                weight -= rate * change / std::sqrt(square);
            }
        }
    }

    quint32 m_chance = 5;
    QStringList m_labels;
    QHash<quint32, quint32> m_indexes;
    std::vector<quint32> m_features;
    std::vector<Example> m_examples;
    std::vector<double> m_weights, m_squares;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    Learner learner;
    learner.take(trainRows(argc < 3));
    learner.learn();
    const QByteArray text = learner.written().toBase64();
    QFile file(QString::fromLocal8Bit(argv[1]));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    for (qsizetype i = 0; i < text.size(); i += 116)
        file.write('"' + text.sliced(i, std::min<qsizetype>(116, text.size() - i)) + "\"\n");
    std::printf("%lld bytes\n", static_cast<long long>(text.size()));
    return 0;
}
