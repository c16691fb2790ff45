// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"

#include "ui/theme/badges.h"
#include "ui/theme/elidedlabel.h"
#include "ui/theme/pieces.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAnswered = 160; //!< of the words that are shown above what is typed

} // namespace

Composer::Composer(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *outer = new QVBoxLayout(this);
    setMargins(outer, 20, 0, 20, 16, 2);
    m_typing = new ElidedLabel("small");
    auto *above = new QHBoxLayout;
    setMargins(above, 13, 0, 13, 0, 0);
    above->addWidget(m_typing);
    above->addStretch();
    outer->addLayout(above);
    m_frame = makeFrame("card");
    outer->addWidget(m_frame);
    auto *column = new QVBoxLayout(m_frame);
    setMargins(column, 7, 11, 8, 7, 5);
    auto *typed = new QVBoxLayout;
    setMargins(typed, 6, 0, 4, 0, 3);
    column->addLayout(typed);
    m_answering = makeAnswering();
    typed->addWidget(m_answering);
    m_editor = new QPlainTextEdit;
    m_editor->setProperty("look", u"bare"_s);
    m_editor->setAccessibleName(tr("Message"));
    m_editor->setPlaceholderText(tr("Message, or ask in plain words: “block 203.0.113.40 at the edge”"));
    m_editor->setTabChangesFocus(true);
    m_editor->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_editor->document()->setDocumentMargin(0);
    m_editor->installEventFilter(this);
    typed->addWidget(m_editor);
    m_hint = makeLabel({}, "small");
    m_hint->setMinimumWidth(1);
    m_hint->setWordWrap(true);
    m_hint->hide();
    typed->addWidget(m_hint);
    column->addWidget(makeFoot());
    m_popup = new CompletionPopup(theme, this);
    connect(m_popup, &CompletionPopup::chosen, this, &Composer::complete);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        if (m_changing.isEmpty())
            Q_EMIT draftChanged(text());
    });
    const auto tell = [this] { Q_EMIT edited(text(), m_editor->textCursor().position()); };
    connect(m_editor, &QPlainTextEdit::textChanged, this, tell);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, [this, tell] {
        if (m_popup->isVisible())
            tell();
    });
    connect(&theme, &Theme::changed, this, &Composer::fitHeight);
    fitHeight();
}

QWidget *Composer::makeAnswering()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    setMargins(row, 0, 0, 0, 2, 6);
    m_answeredWords = new ElidedLabel("small");
    m_answeredWords->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // the ✕ stands at the right end
    row->addWidget(m_answeredWords, 1);
    m_drop = makeButton(u"✕"_s, "flat");
    connect(m_drop, &QPushButton::clicked, this, [this] {
        dropAbove();
        focusEditor();
    });
    row->addWidget(m_drop);
    line->hide();
    return line;
}

//! What is typed answers nothing and changes nothing any more.
void Composer::dropAbove()
{
    setChanging({}, {});
    setAnswering({}, {});
}

void Composer::setChanging(const session::EntryId &entry, const QString &words)
{
    if (entry.isEmpty() && m_changing.isEmpty())
        return;
    setAnswering({}, {});
    if (m_changing.isEmpty())
        m_kept = text();
    m_changing = entry;
    m_answering->setVisible(!entry.isEmpty());
    if (entry.isEmpty())
        return setText(std::exchange(m_kept, {}));
    m_answeredWords->setWords(tr("✎ You are changing what you said"));
    m_answeredWords->setAccessibleName(tr("You are changing what you said"));
    m_drop->setAccessibleName(tr("Leave it as it is"));
    m_drop->setToolTip(tr("Leave it as it is (Escape)"));
    setText(words);
}

//! Its place is kept while nobody writes, so that nothing moves when somebody begins to.
void Composer::setTyping(const QString &sentence)
{
    m_typing->setWords(sentence);
}

void Composer::setAnswering(const session::EntryId &entry, const QString &words)
{
    m_answered = entry;
    m_words = words;
    m_answeredWords->setWords(tr("↩ %1").arg(words.simplified().left(longestAnswered)));
    m_answeredWords->setAccessibleName(tr("Answers: %1").arg(words.simplified().left(longestAnswered)));
    m_drop->setAccessibleName(tr("Answer nothing"));
    m_drop->setToolTip(tr("Answer nothing (Escape)"));
    m_answering->setVisible(!entry.isEmpty());
}

QWidget *Composer::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    setMargins(row, 0, 0, 0, 0, 6);
    const auto flat = [&](const QString &text, const QString &name, auto &&act) {
        auto *button = makeButton(text, "flat");
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        m_buttons << button;
        return button;
    };
    const auto begin = [this](const QString &sign) {
        const QString before = text().left(m_editor->textCursor().position());
        insert(before.isEmpty() || before.back().isSpace() || sign == "/"_L1 ? sign : u" "_s + sign);
    };
    flat(tr("/ commands"), tr("Insert a command"), [this, begin] {
        if (text().trimmed().isEmpty())
            begin(u"/"_s);
        else
            focusEditor();
    });
    flat(tr("@ people"), tr("Mention somebody"), [begin] { begin(u"@"_s); });
    auto *attach = flat(tr("attach"), tr("Attach a file"), [this] { Q_EMIT attachWanted(); });
    const auto tint = [this, attach] { attach->setIcon(m_theme.icon(u"attach"_s, m_theme.tokens().muted)); };
    connect(&m_theme, &Theme::changed, attach, tint);
    tint();
    row->addStretch();
    m_explain = makeButton(tr("explain"), "flat");
    m_explain->setAccessibleName(tr("Explain what this would do"));
    m_explain->setToolTip(tr("Says what this would do, before it is sent (F1)"));
    m_explain->hide();
    connect(m_explain, &QPushButton::clicked, this, [this] { Q_EMIT explainWanted(text()); });
    row->addWidget(m_explain);
    row->addWidget(makeLabel(tr("Enter"), "key"), 0, Qt::AlignVCenter);
    m_send = makeButton(tr("send"), "flat");
    m_send->setAccessibleName(tr("Send"));
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    row->addWidget(m_send);
    return foot;
}

QString Composer::text() const
{
    return m_editor->toPlainText();
}

void Composer::setText(const QString &text)
{
    m_editor->setPlainText(text);
    m_editor->moveCursor(QTextCursor::End);
    m_popup->setItems({});
}

void Composer::insert(const QString &text)
{
    focusEditor();
    m_editor->insertPlainText(text);
}

void Composer::setForThread()
{
    m_forThread = true;
    m_editor->setAccessibleName(tr("Answer in the thread"));
    m_typing->hide();
    layout()->setContentsMargins(12, 8, 12, 12);
    for (QPushButton *button : std::as_const(m_buttons))
        button->hide();
    setReadOnlyBecause({});
}

void Composer::focusEditor()
{
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

void Composer::setHint(const QString &hint, const QString &tone, const QString &line)
{
    m_line = line;
    m_hint->setText(hint);
    m_hint->setAccessibleName(hint);
    m_hint->setToolTip(hint.toHtmlEscaped());
    m_hint->setVisible(!hint.isEmpty());
    m_hint->setStyleSheet(tone.isEmpty() ? QString() : u"color: %1;"_s.arg(toneInk(tone, m_theme.tokens()).name()));
}

void Composer::setExplainable(bool on)
{
    m_explain->setVisible(on);
}

void Composer::setCompletions(const QList<CompletionItem> &items)
{
    const bool wanted = !items.isEmpty() && m_editor->hasFocus();
    if (wanted) {
        if (m_popup->parentWidget() != window())
            m_popup->setParent(window());
        m_popup->resize(std::min(m_frame->width(), m_theme.px(460)), 10);
    }
    m_popup->setItems(wanted ? items : QList<CompletionItem>());
    placePopup();
}

void Composer::placePopup()
{
    if (m_popup->isVisible() && m_popup->parentWidget() == window())
        m_popup->move(m_frame->mapTo(window(), QPoint(0, -m_popup->height() - 6)));
}

void Composer::setReadOnlyBecause(const QString &why)
{
    m_editor->setReadOnly(!why.isEmpty());
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(why.isEmpty());
    m_send->setEnabled(why.isEmpty());
    m_editor->setPlaceholderText(!why.isEmpty() ? why
                                 : m_forThread
                                     ? tr("Answer in the thread")
                                     : tr("Message, or ask in plain words: “block 203.0.113.40 at the edge”"));
}

void Composer::send()
{
    const QString said = text();
    if (said.trimmed().isEmpty() || m_editor->isReadOnly())
        return;
    m_popup->setItems({});
    setHint({});
    setExplainable(false);
    if (const session::EntryId entry = m_changing; !entry.isEmpty()) {
        setChanging({}, {});
        Q_EMIT changeWanted(entry, said);
        return;
    }
    // The draft on disk stays until accepted(): a crash right now loses nothing.
    const QSignalBlocker quiet(m_editor);
    m_editor->clear();
    fitHeight();
    Q_EMIT sendWanted(said);
}

void Composer::accepted(const QString &)
{
    Q_EMIT draftChanged(text());
}

void Composer::refused(const QString &said, const QString &why)
{
    const QString since = text();
    setText(since.trimmed().isEmpty() ? said : said + u'\n' + since);
    setHint(why, u"red"_s);
}

void Composer::complete(const CompletionItem &item)
{
    QTextCursor cursor = m_editor->textCursor();
    const QString before = text().left(cursor.position());
    qsizetype start = before.size();
    while (start > 0 && !before.at(start - 1).isSpace())
        --start;
    // "/host st" completes as a whole: commands have a space in them.
    if (before.startsWith(u'/') && item.insert.startsWith(u'/'))
        start = 0;
    m_popup->setItems({});
    cursor.setPosition(static_cast<int>(start), QTextCursor::KeepAnchor);
    cursor.insertText(item.insert.endsWith(u' ') ? item.insert : item.insert + u' ');
    m_editor->setTextCursor(cursor);
}

//! Undo brings back what was typed.
bool Composer::takeLine()
{
    const QString line = std::exchange(m_line, {});
    if (line.isEmpty() || line == text() || m_editor->isReadOnly())
        return false;
    QTextCursor cursor(m_editor->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(line);
    m_editor->setTextCursor(cursor);
    return true;
}

bool Composer::onKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_popup->isVisible()) {
        switch (key) {
        case Qt::Key_Up: m_popup->moveBy(-1); return true;
        case Qt::Key_Down: m_popup->moveBy(1); return true;
        case Qt::Key_Escape: m_popup->setItems({}); return true;
        case Qt::Key_Tab: complete(m_popup->current()); return true;
        default: break;
        }
        // Enter sends what is already whole; otherwise it takes the suggestion.
        const CompletionItem item = m_popup->current();
        if (enter && modifiers == Qt::NoModifier && !text().trimmed().endsWith(item.insert.trimmed())) {
            complete(item);
            return true;
        }
    }
    if (key == Qt::Key_Tab && modifiers == Qt::NoModifier && takeLine())
        return true;
    if (enter && !modifiers.testFlag(Qt::ShiftModifier)) {
        send();
        return true;
    }
    if (key == Qt::Key_Escape && (!m_answered.isEmpty() || !m_changing.isEmpty())) {
        dropAbove();
        return true;
    }
    if (key == Qt::Key_Escape && m_forThread) {
        Q_EMIT leaveWanted();
        return true;
    }
    if (key == Qt::Key_Up && text().isEmpty() && m_changing.isEmpty()) {
        Q_EMIT lastOwnWanted();
        return true;
    }
    return false;
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (onKey(press->key(), press->modifiers() & ~Qt::KeypadModifier))
            return true;
    } else if (watched == m_editor && event->type() == QEvent::FocusOut) {
        m_popup->setItems({});
    }
    if (watched == m_editor && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        const bool in = event->type() == QEvent::FocusIn;
        m_frame->setStyleSheet(
            in ? u"QFrame[frame=\"card\"] { border-color: %1; }"_s.arg(m_theme.tokens().accent.name()) : QString());
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::fitHeight()
{
    const int line = QFontMetrics(m_theme.font()).lineSpacing();
    m_typing->setFixedHeight(line);
    const int lines = std::clamp(m_editor->document()->blockCount(), 1, 8);
    m_editor->setFixedHeight(line * lines + 4);
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePopup();
}

} // namespace wardroom::ui
