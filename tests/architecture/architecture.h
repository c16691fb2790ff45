// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QSet>
#include <QStringList>

namespace wardroom::test {

//! The arrows of the design: what each module may include and link. Everybody may use base.
using Arrows = QMap<QString, QStringList>;

//! Reads the sources under a folder and says what is against the design, each as "file:line: what".
class Architecture
{
public:
    Architecture(QString root, Arrows arrows);
    QStringList offences() const; //!< fail the test
    QStringList remarks() const;  //!< worth a look, fail nothing
    qsizetype filesRead() const { return m_files.size(); }

private:
    struct File
    {
        QString path; //!< under the root
        QString module;
        QStringList lines;
    };
    void read(const QString &folder);
    QStringList includeOffences(const File &file) const;
    QStringList linkOffences(const File &file) const;
    QStringList shapeOffences(const File &file) const;
    QStringList cycles() const;
    bool allows(const QString &from, const QString &to) const;
    bool isModule(const QString &name) const;
    static QString moduleOf(const QString &path);

    QString m_root;
    Arrows m_arrows;
    QList<File> m_files;
};

struct FunctionLength
{
    qsizetype line = 0; //!< from 1
    qsizetype lines = 0;
    QString name;
};

//! Every function body of a formatted C++ file: found by its braces, with strings and comments left out.
QList<FunctionLength> functionLengths(const QStringList &lines);

} // namespace wardroom::test
