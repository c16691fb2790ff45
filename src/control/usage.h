// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QMap>
#include <QStringList>
#include <functional>
#include <stop_token>

class QJsonValue;

namespace wardroom::control {

//! One command of wardroomctl: how it is said.
struct Usage
{
    QString path;                //!< "room create"
    QString synopsis;            //!< "ROOM USER"
    int least = 0;               //!< words after the path
    int most = 0;                //!< -1: any number, joined by spaces
    QStringList options;         //!< with "=" at the end when they take a value
    bool needsWorkspace = false; //!< is carried out by the program that runs on the profile
};

const QList<Usage> &usages();

//! What it does, in one line of a help; empty for commands that only our own programs say.
QString wordsOn(const Usage &usage);

//! Everything, or what begins with the words of \a arguments: with options where that is one command.
QString usageText(const QStringList &arguments = {});

//! One command as it was said.
struct Call
{
    QString path;
    QStringList words;
    QMap<QString, QString> options;
    QString folder; //!< where relative paths start
    bool needsWorkspace = false;
    bool json = false;
    QByteArray secret; //!< a password or token that wardroomctl read on its standard input, for a program that runs
    //! For commands that go on: says one line, both ways.
    std::function<void(const QJsonValue &json, const QString &text)> line;
    std::stop_token stop;

    QString word(qsizetype index) const { return words.value(index); }
    QString option(const QString &name) const { return options.value(name); }
    bool has(const QString &name) const { return options.contains(name); }
    QString rest(qsizetype from) const { return QStringList(words.mid(from)).join(QLatin1Char(' ')); }
    QString pathOf(const QString &file) const; //!< absolute
};

//! \a arguments without the program's name. --json, --profile and --workspace are understood everywhere.
//! ErrorKind::invalid says what is wrong and how the command is said.
Result<Call> parseCall(const QStringList &arguments);

} // namespace wardroom::control
