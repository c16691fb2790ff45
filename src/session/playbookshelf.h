// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/playbook/playbookreader.h"
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! A playbook's file of this machine.
struct PlaybookFile
{
    QString path;
    QByteArray bytes;
    std::optional<bot::Playbook> playbook;
    QList<bot::ManifestProblem> problems; //!< why there is none, or what does not fit the commands here
};

//! Which playbooks there are: files of this machine, and what was published, whose bytes come through the workspace.
class PlaybookShelf final : public QObject
{
    Q_OBJECT

public:
    //! The later folder wins where two have one name.
    PlaybookShelf(Engine &engine, QStringList folders);

    //! Reads the folders again.
    void readFolders();
    const QMap<QString, PlaybookFile> &files() const { return m_files; } //!< by name; a broken one by its file's name
    static PlaybookFile readFile(const QString &path, const bot::Catalogue &catalogue);
    //! By the hash of its bytes; nullptr while they are not here. Asks for them.
    const bot::Playbook *playbook(const Sha256 &file);
    //! Where this machine has a file of that name with other bytes than these: nothing starts here by itself then.
    bool isChangedHere(const domain::PlaybookPublished &published) const;
    //! The publication that stands, the newest of several; nullptr: none.
    std::optional<domain::PublishedPlaybook> published(const QString &name) const;

Q_SIGNALS:
    //! Bytes of a playbook came.
    void arrived();

private:
    QCoro::Task<> fetch(Sha256 file);

    Engine &m_engine;
    QStringList m_folders;
    QMap<QString, PlaybookFile> m_files;
    QHash<Sha256, bot::Playbook> m_known;
    QSet<Sha256> m_asked; //!< being fetched, or no playbook
};

} // namespace wardroom::session
