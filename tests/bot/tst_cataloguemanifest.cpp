// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "botsamples.h"
#include "support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

namespace {

//! A manifest without a mistake; tests replace one line of it.
const QString good = uR"(name: sample
version: 1.0.0
author: Somebody
summary: {en: Sample, zh: 例子}
commands:
  - id: sample.fix
    risk: change
    summary: {en: Fix it}
    title: {en: "Fix {package} on {host}"}
    arguments:
      - {name: host, type: host, required: true}
      - {name: package, type: package}
      - {name: duration, type: duration, keyword: for, required: false, default: 4h}
    phrases: {en: ["fix {package} on {host}"]}
    examples: ["/sample fix web-01 openssl"]
    sandbox: isolated
    host_access: write
    record: true
    rehearse: [run.py, rehearse]
    run: [run.py, run]
    verify: [run.py, verify]
    limits: {seconds: 30, memory_mb: 128}
    tests:
      - {name: works, args: {host: web-01, package: openssl}, expect: {exit: 0, contains: fixed}}
)"_s;

bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TstCatalogueManifest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodManifestIsReadWhole();
    void eachMistakeIsNamedWithItsLine_data();
    void eachMistakeIsNamedWithItsLine();
    void yamlItselfIsStrict_data();
    void yamlItselfIsStrict();
    void everyMistakeIsReportedAtOnce();
    void oneMistakeIsOneSentence_data();
    void oneMistakeIsOneSentence();
    void hostileYamlEndsInOneProblem_data();
    void hostileYamlEndsInOneProblem();
    void aDamagedPluginIsLeftOutAndReported();
    void theFirstOfTwoCommandsWithOneIdWins();
    void everyTruncationIsAProblemAndNeverAnException();
    void theShippedPluginsLoadWithoutProblems();
    void theSchemaNamesEveryKeyAndNoOther();
    void aNetworkIsDeclaredPlaceByPlace_data();
    void aNetworkIsDeclaredPlaceByPlace();

private:
    tl::expected<Plugin, QList<ManifestProblem>> load(const QByteArray &manifest)
    {
        m_dir = std::make_unique<QTemporaryDir>();
        write(m_dir->filePath(u"run.py"_s), "print()\n");
        write(m_dir->filePath(u"plugin.yaml"_s), manifest);
        return Catalogue::loadPlugin(m_dir->path());
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TstCatalogueManifest::aGoodManifestIsReadWhole()
{
    const auto plugin = load(good.toUtf8());
    QVERIFY2(plugin, plugin ? "" : qPrintable(plugin.error().first().message));
    QCOMPARE(plugin->name, u"sample"_s);
    QCOMPARE(plugin->summary.in(u"zh"_s), u"例子"_s);
    QVERIFY(!plugin->hash.isNull());
    const Command &command = plugin->commands.first();
    QCOMPARE(command.id, u"sample.fix"_s);
    QCOMPARE(command.risk, domain::Risk::change);
    QCOMPARE(command.arguments.size(), 3);
    QCOMPARE(command.arguments.at(2).keyword, u"for"_s);
    QCOMPARE(command.arguments.at(2).fallback, u"4h"_s);
    QCOMPARE(command.hostAccess, HostAccess::write);
    QVERIFY(command.usesRecord);
    QCOMPARE(command.run.kind, StepKind::script);
    QCOMPARE(command.run.argv, QStringList({u"run.py"_s, u"run"_s}));
    QCOMPARE(command.limits.seconds, 30);
    QCOMPARE(command.limits.processes, 64);
    QCOMPARE(command.tests.first().expect.value(u"exit"_s).toInt(), 0);
    QCOMPARE(command.tests.first().step, u"run"_s);
}

void TstCatalogueManifest::eachMistakeIsNamedWithItsLine_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &from, const QString &to, int line, const QString &expected) {
        QTest::newRow(name) << from << to << line << expected;
    };
    row("no name", u"name: sample\n"_s, u""_s, 1, u"needs “name:”"_s);
    row("bad name", u"name: sample\n"_s, u"name: My Plugin\n"_s, 1, u"small letters"_s);
    row("bad version", u"1.0.0"_s, u"one"_s, 2, u"version like 1.0.0"_s);
    row("no author", u"author: Somebody\n"_s, u""_s, 1, u"needs “author:”"_s);
    row("unknown key", u"author: Somebody"_s, u"author: Somebody\nauthr: x"_s, 4, u"did you mean “author”"_s);
    row("no English", u"{en: Sample, zh: 例子}"_s, u"{zh: 例子}"_s, 4, u"English"_s);
    row("not a language", u"zh: 例子"_s, u"chinese: 例子"_s, 4, u"not a language"_s);
    row("a list where a text is due", u"author: Somebody"_s, u"author: [a]"_s, 3, u"must be a text"_s);
    row("empty value", u"author: Somebody"_s, u"author:"_s, 3, u"is empty"_s);
    row("id of three words", u"id: sample.fix"_s, u"id: sample.fix.more"_s, 6, u"patch.apply"_s);
    row("misspelt key of a command", u"risk: change"_s, u"rsik: change"_s, 7, u"did you mean “risk”"_s);
    row("unknown risk", u"risk: change"_s, u"risk: changes"_s, 7, u"did you mean “change”"_s);
    row("placeholder in title", u"Fix {package} on {host}\"}"_s, u"Fix {pakage}\"}"_s, 9, u"did you mean “package”"_s);
    row("placeholder in phrase", u"[\"fix {package} on {host}\"]"_s, u"[\"fix {thing}\"]"_s, 14, u"{thing}"_s);
    row("lonely brace", u"[\"fix {package} on {host}\"]"_s, u"[\"fix {package\"]"_s, 14, u"brace"_s);
    row("misspelt argument of a test", u"package: openssl}, expect"_s, u"pakage: openssl}, expect"_s, 24,
        u"did you mean “package”"_s);
    row("unknown type", u"type: package"_s, u"type: pakage"_s, 12, u"did you mean “package”"_s);
    row("unknown key of an argument", u"type: package}"_s, u"type: package, optional: true}"_s, 12, u"optional"_s);
    row("argument without a name", u"{name: package, type: package}"_s, u"{type: package}"_s, 12, u"needs “name:”"_s);
    row("argument twice", u"{name: package, type: package}"_s, u"{name: host, type: host}"_s, 12, u"there twice"_s);
    row("required is no flag", u"required: true"_s, u"required: maybe"_s, 11, u"true or false"_s);
    row("required and default", u"required: false, default: 4h"_s, u"default: 4h"_s, 13, u"only one of the two"_s);
    row("wrong default", u"default: 4h"_s, u"default: soon"_s, 13, u"not a duration"_s);
    row("nothing after a text", u"- {name: host, type: host, required: true}"_s, u"- {name: host, type: text}"_s, 12,
        u"rest of the line"_s);
    row("required after optional", u"{name: host, type: host, required: true}"_s,
        u"{name: host, type: host, required: false}"_s, 12, u"required ones come first"_s);
    row("foreign example", u"/sample fix web-01"_s, u"/other fix web-01"_s, 15, u"begins with “/sample fix”"_s);
    row("unknown sandbox", u"sandbox: isolated"_s, u"sandbox: none"_s, 16, u"isolated, observe"_s);
    row("observe that writes", u"sandbox: isolated"_s, u"sandbox: observe"_s, 16, u"only reads"_s);
    row("read that writes", u"risk: change"_s, u"risk: read"_s, 17, u"cannot have host_access “write”"_s);
    row("room that writes", u"risk: change"_s, u"risk: room"_s, 17, u"cannot have host_access “write”"_s);
    row("script that is not there", u"run: [run.py, run]"_s, u"run: [gone.py, run]"_s, 20,
        u"not a script in the plugin's folder"_s);
    row("script outside", u"run: [run.py, run]"_s, u"run: [../../bin/sh]"_s, 20,
        u"not a script in the plugin's folder"_s);
    row("script by absolute path", u"run: [run.py, run]"_s, u"run: [/bin/sh]"_s, 20,
        u"not a script in the plugin's folder"_s);
    row("no run", u"    run: [run.py, run]\n"_s, u""_s, 6, u"needs “run:”"_s);
    row("step as text", u"run: [run.py, run]"_s, u"run: run.py"_s, 20, u"must be a list"_s);
    row("unknown action", u"run: [run.py, run]"_s, u"run: {tool: crowdsec, action: bann}"_s, 20,
        u"block, check, unblock"_s);
    row("room step in a change", u"run: [run.py, run]"_s, u"run: {room: incident.open}"_s, 20, u"risk “room”"_s);
    row("verify that acts", u"verify: [run.py, verify]"_s, u"verify: {tool: crowdsec, action: block}"_s, 21,
        u"may only check"_s);
    row("change without verify", u"    verify: [run.py, verify]\n"_s, u""_s, 6, u"needs “verify:”"_s);
    row("change without rehearse", u"    rehearse: [run.py, rehearse]\n"_s, u""_s, 6, u"needs “rehearse:”"_s);
    row("verify_undo alone", u"verify: [run.py, verify]"_s, u"verify: [run.py, verify]\n    verify_undo: [run.py, x]"_s,
        22, u"without “undo”"_s);
    row("limit too large", u"seconds: 30"_s, u"seconds: 90000"_s, 22, u"from 1 to 3600"_s);
    row("limit as text", u"seconds: 30"_s, u"seconds: long"_s, 22, u"from 1 to 3600"_s);
    row("unknown limit", u"memory_mb"_s, u"memorymb"_s, 22, u"did you mean"_s);
    row("fixture that is not there", u"{name: works,"_s, u"{name: works, fixture: tests/none,"_s, 24,
        u"not in the plugin's folder"_s);
    row("misspelt expectation", u"contains: fixed"_s, u"contans: fixed"_s, 24, u"did you mean “contains”"_s);
    row("on a host without a plan", u"run: [run.py, run]"_s,
        u"run: {tool: crowdsec, action: block, on_host: [run.py, run]}"_s, 20, u"in “rehearse” and “verify” too"_s);
    row("on a host with a script from outside", u"run: [run.py, run]"_s,
        u"run: {tool: crowdsec, action: block, on_host: [/bin/sh]}"_s, 20, u"not a script in the plugin's folder"_s);
    row("network of what observes", u"sandbox: isolated"_s, u"sandbox: observe\n    network: [{host: a.example}]"_s, 17,
        u"needs the sandbox “isolated”"_s);
    row("test of a step that is not there", u"{name: works,"_s, u"{name: works, step: undo,"_s, 24,
        u"the step “undo”, which this command does not have"_s);
    row("test without what is required", u"args: {host: web-01, package: openssl}"_s, u"args: {host: web-01}"_s, 24,
        u"lacks “package”"_s);
    row("test without arguments", u"args: {host: web-01, package: openssl}, "_s, u""_s, 24, u"lacks “host”"_s);
    row("example without what is required", u"/sample fix web-01 openssl"_s, u"/sample fix web-01"_s, 15,
        u"lacks “package”"_s);
    row("phrase of nothing but an argument", u"[\"fix {package} on {host}\"]"_s, u"[\"{package}: {host}\"]"_s, 14,
        u"no word of its own"_s);
    row("a country where a language is due", u"{en: Sample, zh: 例子}"_s, u"{en: Sample, cn: 例子}"_s, 4,
        u"not a language"_s);
    row("a text where keys are due", u"limits: {seconds: 30, memory_mb: 128}"_s, u"limits: 30"_s, 22,
        u"{name: value}"_s);
    row("an argument as a text", u"{name: package, type: package}"_s, u"package"_s, 12, u"like {name: value"_s);
    row("call with an unknown word in its address", u"run: [run.py, run]"_s,
        u"run: {http: {method: GET, url: \"https://a.example/{hots}\", answer: {summary: x}}}"_s, 20,
        u"did you mean “host”"_s);
    row("call with an unknown word in its body", u"run: [run.py, run]"_s,
        u"run: {http: {method: POST, url: \"https://a.example/\", body: {a: [{b: \"x {nope}\"}]}, answer: {summary: x}}}"_s,
        20, u"“{nope}” in the “body”"_s);
    row("test that proves nothing", u", expect: {exit: 0, contains: fixed}"_s, u""_s, 24, u"proves nothing"_s);
}

void TstCatalogueManifest::yamlItselfIsStrict_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &from, const QString &to, int line, const QString &expected) {
        QTest::newRow(name) << from << to << line << expected;
    };
    row("hidden characters", u"en: Fix it"_s, u"en: \"Fix \u202eit\""_s, 8, u"hidden"_s);
    row("key twice", u"author: Somebody"_s, u"author: Somebody\nauthor: Nobody"_s, 4, u"given twice"_s);
    row("broken YAML", u"author: Somebody"_s, u"author: \"Somebody"_s, 0, u""_s);
    row("alias", u"author: Somebody"_s, u"author: *a"_s, 3, u"anchor"_s);
    row("anchor", u"author: Somebody"_s, u"author: &a Somebody"_s, 3, u"anchors"_s);
    row("tag", u"author: Somebody"_s, u"author: !!python/object x"_s, 3, u"tags"_s);
    row("two documents", u"author: Somebody"_s, u"author: Somebody\n---\nname: x"_s, 0, u"one YAML document"_s);
}

void TstCatalogueManifest::eachMistakeIsNamedWithItsLine()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, line);
    QFETCH(QString, expected);
    QVERIFY(good.contains(from));
    QString text = good;
    text.replace(text.indexOf(from), from.size(), to);
    const auto plugin = load(text.toUtf8());
    QVERIFY(!plugin);
    QStringList said;
    bool found = false;
    for (const ManifestProblem &each : plugin.error()) {
        QVERIFY(each.file.endsWith("/plugin.yaml"_L1));
        said << u"%1: %2"_s.arg(each.line).arg(each.message);
        found = found || ((each.line == line || expected.isEmpty()) && each.message.contains(expected));
    }
    QVERIFY2(found, qPrintable(said.join(u'\n')));
}

void TstCatalogueManifest::yamlItselfIsStrict()
{
    eachMistakeIsNamedWithItsLine();
}

void TstCatalogueManifest::oneMistakeIsOneSentence_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, const QString &from, const QString &to) {
        QTest::newRow(name) << from << to;
    };
    row("risk", u"risk: change"_s, u"risk: raed"_s);
    row("risk, in what only reads", u"risk: change\n    summary"_s, u"risk: raed\n    room: true\n    summary"_s);
    row("type", u"type: host, required: true"_s, u"type: hots, required: true"_s);
    row("argument of a test", u"package: openssl}, expect"_s, u"pakage: openssl}, expect"_s);
    row("example", u"/sample fix web-01 openssl"_s, u"/sampel fix web-01"_s);
    row("host of a network", u"record: true"_s, u"record: true\n    network: [{host: \"\"}]"_s);
}

void TstCatalogueManifest::oneMistakeIsOneSentence()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QVERIFY(good.contains(from));
    QString text = good;
    text.replace(text.indexOf(from), from.size(), to);
    const auto plugin = load(text.toUtf8());
    QVERIFY(!plugin);
    QStringList said;
    for (const ManifestProblem &each : plugin.error())
        said << u"%1: %2"_s.arg(each.line).arg(each.message);
    QVERIFY2(said.size() == 1, qPrintable(said.join(u'\n')));
}

void TstCatalogueManifest::everyMistakeIsReportedAtOnce()
{
    QString text = good;
    text.replace(u"version: 1.0.0"_s, u"version: x"_s)
        .replace(u"risk: change"_s, u"risk: much"_s)
        .replace(u"type: package"_s, u"type: thing"_s);
    const auto plugin = load(text.toUtf8());
    QVERIFY(!plugin);
    QList<int> lines;
    for (const ManifestProblem &each : plugin.error())
        lines << each.line;
    QVERIFY(lines.contains(2) && lines.contains(7) && lines.contains(12));
}

void TstCatalogueManifest::hostileYamlEndsInOneProblem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a comment only") << "# nothing\n"_ba;
    QTest::newRow("a text") << "hello\n"_ba;
    QTest::newRow("a list") << "- a\n- b\n"_ba;
    QTest::newRow("too large") << QByteArray(300 * 1024, '#');
    QTest::newRow("deep") << QByteArray(5000, '[');
    QTest::newRow("deep maps") << "{a: "_ba.repeated(400);
    QTest::newRow("many values") << "a: [" + "1, "_ba.repeated(50'000) + "1]";
    QTest::newRow("laughs") << "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n"_ba;
    QTest::newRow("not UTF-8") << "name: \xff\xfe\n"_ba;
    QTest::newRow("NUL") << QByteArray("name: a\0b\n", 10);
    QTest::newRow("tabs") << "name:\n\t- a\n"_ba;
    QTest::newRow("key is a list") << "[a, b]: c\n"_ba;
    QTest::newRow("merge key") << "<<: {a: b}\n"_ba;
    QTest::newRow("directive") << "%YAML 9.9\n---\nname: x\n"_ba;
    QTest::newRow("commands is a text") << "name: a\nversion: 1.0.0\nauthor: b\nsummary: c\ncommands: d\n"_ba;
    QTest::newRow("command is a text") << "name: a\nversion: 1.0.0\nauthor: b\nsummary: c\ncommands: [d]\n"_ba;
    QTest::newRow("no command") << "name: a\nversion: 1.0.0\nauthor: b\nsummary: c\ncommands: []\n"_ba;
}

void TstCatalogueManifest::hostileYamlEndsInOneProblem()
{
    QFETCH(QByteArray, bytes);
    const auto plugin = load(bytes);
    QVERIFY(!plugin);
    QVERIFY(!plugin.error().isEmpty());
    QVERIFY(!plugin.error().first().message.isEmpty());
}

void TstCatalogueManifest::aDamagedPluginIsLeftOutAndReported()
{
    const QTemporaryDir root;
    for (const QString &name : {u"a"_s, u"b"_s})
        write(root.filePath(name + u"/run.py"_s), "print()\n");
    write(root.filePath(u"a/plugin.yaml"_s), "name: [\n");
    write(root.filePath(u"b/plugin.yaml"_s), good.toUtf8());
    write(root.filePath(u"c/readme.txt"_s), "no plugin");
    const Catalogue catalogue = Catalogue::load({root.path(), root.filePath(u"missing"_s)});
    QCOMPARE(catalogue.commandIds(), QStringList{u"sample.fix"_s});
    QCOMPARE(catalogue.problems().size(), 1);
    QVERIFY(catalogue.problems().first().file.endsWith("a/plugin.yaml"_L1));
    QVERIFY(catalogue.problems().first().line > 0);
    QVERIFY(Catalogue().isEmpty());
}

void TstCatalogueManifest::theFirstOfTwoCommandsWithOneIdWins()
{
    const QTemporaryDir root;
    for (const QString &name : {u"a"_s, u"b"_s}) {
        write(root.filePath(name + u"/run.py"_s), "print()\n");
        write(root.filePath(name + u"/plugin.yaml"_s),
              QString(good).replace(u"name: sample"_s, u"name: "_s + name).toUtf8());
    }
    const Catalogue catalogue = Catalogue::load({root.path()});
    QCOMPARE(catalogue.pluginOf(u"sample.fix"_s)->name, u"a"_s);
    QCOMPARE(catalogue.problems().size(), 1);
    QVERIFY(catalogue.problems().first().message.contains(u"already"_s));
    QCOMPARE(catalogue.problems().first().line, 6);
}

void TstCatalogueManifest::everyTruncationIsAProblemAndNeverAnException()
{
    const QByteArray whole = good.toUtf8();
    int refused = 0;
    for (qsizetype length = 0; length < whole.size(); length += 7) {
        if (!load(whole.first(length)))
            ++refused;
    }
    QVERIFY(refused > whole.size() / 7 - 15);
}

void TstCatalogueManifest::theShippedPluginsLoadWithoutProblems()
{
    const Catalogue catalogue = test::shippedCatalogue();
    for (const ManifestProblem &each : catalogue.problems())
        qWarning().noquote() << each.file << each.line << each.message;
    QVERIFY(catalogue.problems().isEmpty());
    for (const QString &id :
         {u"host.status"_s, u"fix.list"_s, u"patch.apply"_s, u"ip.block"_s, u"log.search"_s, u"incident.open"_s})
        QVERIFY2(catalogue.command(id) != nullptr, qPrintable(id));
}

void TstCatalogueManifest::theSchemaNamesEveryKeyAndNoOther()
{
    QFile file(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugin.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(schema.value(u"additionalProperties"_s), QJsonValue(false));
    const auto keysOf = [&](const QString &definition) {
        const QJsonObject object = definition.isEmpty() ? schema : schema.value(u"$defs"_s)[definition].toObject();
        return object.value(u"properties"_s).toObject().keys();
    };
    QCOMPARE(keysOf({}), QStringList({u"author"_s, u"commands"_s, u"name"_s, u"summary"_s, u"version"_s}));
    for (const QString &definition : {u"command"_s, u"argument"_s, u"limits"_s, u"test"_s}) {
        // The reader refuses what it does not know, so each key of the schema is tried on it.
        const QStringList keys = keysOf(definition);
        QVERIFY2(!keys.isEmpty(), qPrintable(definition));
        for (const QString &key : keys) {
            const QString place = definition == "command"_L1
                                      ? u"    risk: change"_s
                                      : (definition == "argument"_L1
                                             ? u"type: package}"_s
                                             : (definition == "limits"_L1 ? u"memory_mb: 128}"_s : u"{name: works,"_s));
            QString text = good;
            const QString added = definition == "command"_L1
                                      ? u"    %1: ~\n    risk: change"_s.arg(key)
                                      : (definition == "test"_L1 ? u"{name: works, %1: ~,"_s.arg(key)
                                                                 : QString(place).chopped(1) + u", %1: ~}"_s.arg(key));
            text.replace(place, added);
            const auto plugin = load(text.toUtf8());
            QVERIFY(!plugin);
            for (const ManifestProblem &each : plugin.error())
                QVERIFY2(!each.message.contains(u"is not a key"_s), qPrintable(each.message));
        }
    }
}

void TstCatalogueManifest::aNetworkIsDeclaredPlaceByPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("problem"); // empty: it is good
    const auto row = [](const char *place, const QString &problem) {
        QTest::newRow(place) << QString::fromLatin1(place) << problem;
    };
    row("{host: api.example.org}", {});
    row("{host: api.example.org, port: 8443}", {});
    row("{host: 93.184.216.34}", {});
    row("{host: \"2606:2800:220:1::1\", port: 443}", {});
    row("{host: wiki.corp.example, private: true}", {});
    row("{host: 10.1.2.3, private: true}", {});
    row("{host: localhost, port: 8080, private: true}", {});
    row("{host: 127.0.0.1, port: 8080, private: true}", {});
    row("{host: \"*.example.org\"}", u"is no host"_s);
    row("{host: \"*\"}", u"is no host"_s);
    row("{host: API.example.org}", u"is no host"_s);
    row("{host: api.example.org.}", u"is no host"_s);
    row("{host: \"https://api.example.org/\"}", u"is no host"_s);
    row("{host: \"api.example.org:443\"}", u"is no host"_s);
    row("{host: \"a b\"}", u"is no host"_s);
    row("{host: \"2130706433\"}", u"is no host"_s);
    row("{host: \"0x7f.1\"}", u"is no host"_s);
    row("{host: \"127.1\"}", u"is no host"_s);
    row("{host: \"::ffff:10.0.0.1\", private: true}", {});
    row("{host: 169.254.169.254, private: true}", u"no script may reach"_s);
    row("{host: \"::ffff:169.254.169.254\", private: true}", u"no script may reach"_s);
    row("{host: 0.0.0.0, private: true}", u"no script may reach"_s);
    row("{host: \"fe80::1\", private: true}", u"no script may reach"_s);
    row("{host: 10.1.2.3}", u"private: true"_s);
    row("{host: localhost}", u"private: true"_s);
    row("{host: \"::1\"}", u"private: true"_s);
    row("{host: api.example.org, port: 0}", u"from 1 to 65535"_s);
    row("{host: api.example.org, prot: 443}", u"did you mean “port”"_s);
    row("{port: 443}", u"needs “host:”"_s);
}

void TstCatalogueManifest::aNetworkIsDeclaredPlaceByPlace()
{
    QFETCH(QString, place);
    QFETCH(QString, problem);
    const auto plugin = load(
        QString(good).replace(u"sandbox: isolated"_s, u"sandbox: isolated\n    network: [%1]"_s.arg(place)).toUtf8());
    const QString said = plugin ? QString() : plugin.error().first().message;
    QVERIFY2(problem.isEmpty() ? plugin.has_value() : said.contains(problem), qPrintable(said));
    if (plugin)
        QCOMPARE(plugin->commands.first().network.size(), 1);
}

WARDROOM_TEST(TstCatalogueManifest)
#include "tst_cataloguemanifest.moc"
