// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/mutator.h"
#include "fuzz/target.h"
#include "support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <csignal>
#include <unistd.h>

using namespace wardroom;
using namespace Qt::StringLiterals;

namespace {

//! What is being tried, for the handler below.
char trying[200] = "";
const QByteArray *input = nullptr;

//! Says what brought the program down: the same seed brings it down again.
void say(int number)
{
    (void)!write(STDERR_FILENO, trying, std::char_traits<char>::length(trying));
    if (input)
        (void)!write(STDERR_FILENO, input->constData(), static_cast<size_t>(input->size()));
    std::signal(number, SIG_DFL);
    raise(number);
}

QByteArrayList seedsOf(const char *target)
{
    QDir folder(QStringLiteral(WARDROOM_SOURCE_DIR "/tests/fuzz/corpus/%1").arg(QLatin1String(target)));
    QByteArrayList seeds;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    return seeds;
}

} // namespace

//! What libFuzzer does with the targets for hours, for some seconds: the seeds, and changes of them.
class TstFuzz final : public QObject
{
    Q_OBJECT

    quint64 m_seed = 0;
    int m_rounds = 3000;
    int m_milliseconds = 6000; //!< enough is enough; what was tried is the same up to there

    static void addTargets()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(fuzz::targets().size()); ++i)
            QTest::newRow(fuzz::targets()[size_t(i)].name) << i;
    }
    void tryOne(const fuzz::Target &target, const QByteArray &bytes, const char *what, int number)
    {
        std::snprintf(trying, sizeof trying, "\nfuzz: %s %s %d, WARDROOM_SEED=%llu\n", target.name, what, number,
                      static_cast<unsigned long long>(m_seed));
        alarm(120); // for what never ends
        input = &bytes;
        target.run(bytes);
        input = nullptr;
        alarm(0);
    }

private Q_SLOTS:
    void initTestCase();
    void theSeedsAreTakenOrRefused_data() { addTargets(); }
    void theSeedsAreTakenOrRefused();
    void changedSeedsAreTakenOrRefused_data() { addTargets(); }
    void changedSeedsAreTakenOrRefused();
    void aChangeIsTheSameForTheSameSeed();
};

void TstFuzz::initTestCase()
{
    m_seed = qEnvironmentVariable("WARDROOM_SEED", u"1"_s).toULongLong();
    if (qEnvironmentVariableIsSet("WARDROOM_QUICK")) {
        m_rounds = 500;
        m_milliseconds = 1000;
    }
    if (qEnvironmentVariableIsSet("WARDROOM_FULL")) {
        m_rounds = 300'000;
        m_milliseconds = 300'000;
    }
    for (int number : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM})
        std::signal(number, say);
    QVERIFY(fuzz::targets().size() > 10);
}

void TstFuzz::theSeedsAreTakenOrRefused()
{
    QFETCH(int, index);
    const fuzz::Target &target = fuzz::targets()[size_t(index)];
    const QByteArrayList seeds = seedsOf(target.name);
    QVERIFY2(!seeds.isEmpty(), "every target has seeds in tests/fuzz/corpus");
    tryOne(target, {}, "nothing", 0);
    for (int i = 0; i < seeds.size(); ++i)
        tryOne(target, seeds.at(i), "seed", i);
}

void TstFuzz::changedSeedsAreTakenOrRefused()
{
    QFETCH(int, index);
    const fuzz::Target &target = fuzz::targets()[size_t(index)];
    fuzz::Mutator mutator(m_seed, seedsOf(target.name));
    QElapsedTimer timer;
    timer.start();
    int tried = 0;
    for (; tried < m_rounds && timer.elapsed() < m_milliseconds; ++tried)
        tryOne(target, mutator.next(target.longest), "change", tried);
    qInfo("%d inputs in %lld ms", tried, timer.elapsed());
    QVERIFY(tried > 0);
}

void TstFuzz::aChangeIsTheSameForTheSameSeed()
{
    const QByteArrayList corpus{"one seed", "another"};
    fuzz::Mutator one(7, corpus), same(7, corpus), other(8, corpus);
    int differ = 0;
    for (int i = 0; i < 50; ++i) {
        const QByteArray bytes = one.next(64);
        QCOMPARE(same.next(64), bytes);
        QVERIFY(bytes.size() <= 64);
        differ += other.next(64) != bytes ? 1 : 0;
    }
    QVERIFY(differ > 25);
}

WARDROOM_TEST(TstFuzz)
#include "tst_fuzz.moc"
