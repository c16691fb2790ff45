// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace wardroom::test {

//! What a program said before it ended.
struct Said
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject object() const;       //!< stdout as one document
    QList<QJsonObject> lines() const; //!< stdout as one document a line
};

//! One person: a private home, a passphrase file, a profile. Runs the programs that were built.
class Somebody
{
public:
    Somebody(const QString &top, const QString &name);

    QString profile() const { return m_home + QStringLiteral("/profile"); }
    //! wardroomctl --profile …
    Said ctl(const QStringList &arguments, const QByteArray &input = {}) const;
    Said json(QStringList arguments) const;
    //! Started, not waited for.
    std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments) const;
    QProcessEnvironment environment() const;

private:
    QString m_home;
    QString m_name;
};

} // namespace wardroom::test
