// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace wardroom::ui {

//! Writes the signed bundle of a room: which room, where, in which language; then what came of it.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const QList<session::RoomLine> &rooms, const session::RoomId &current, const QString &folder,
                 QWidget *parent = nullptr);

    session::RoomId room() const;
    QString path() const;
    QString language() const;
    void setLanguage(const QString &language); //!< "en", "zh": what is offered first
    void setBusy(bool busy);
    //! It is written: \a path, and what checking it said.
    void setDone(const QString &path, const QString &verdict, bool intact, const QString &trust);
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void exportWanted();
    void showFolderWanted(const QString &path);

private:
    QLayout *makeFoot();
    void suggestPath();
    void chooseFolder();

    QString m_folder;
    QComboBox *m_room;
    QLineEdit *m_path;
    QComboBox *m_language;
    QProgressBar *m_progress;
    QLabel *m_result;
    QLabel *m_trust;
    QPushButton *m_go;
    QPushButton *m_show;
    QString m_written;
};

} // namespace wardroom::ui
