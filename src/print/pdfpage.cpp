// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/pdfpage.h"

#include <QColor>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace wardroom::print {
using namespace Qt::StringLiterals;
using namespace report;

namespace {

// The light theme's colours; PDF/A allows no transparency, so they are opaque.
const QColor kText(0x1b, 0x23, 0x2c), kMuted(0x5d, 0x6b, 0x7a), kLine(0xdd, 0xe3, 0xea);

QColor colourOf(Tone tone)
{
    switch (tone) {
    case Tone::red: return {0xcf, 0x2d, 0x2a};
    case Tone::amber: return {0xb2, 0x6a, 0x00};
    case Tone::green: return {0x1a, 0x7f, 0x45};
    case Tone::blue: return {0x1f, 0x6f, 0xeb};
    case Tone::violet: return {0x6f, 0x4f, 0xd8};
    case Tone::muted: break;
    }
    return kMuted;
}

QTextCharFormat letters(qreal points, const QColor &colour, bool bold = false, bool mono = false)
{
    QTextCharFormat format;
    QFont font = reportFont(points, mono);
    font.setBold(bold);
    format.setFont(font);
    format.setForeground(colour);
    return format;
}

QTextBlockFormat spaced(qreal above, qreal below, qreal lineHeight = 128)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    return format;
}

//! Long hashes and paths have no place to break: a zero-width space would spoil the extracted text, so the block may
//! break anywhere instead.
QString breakable(const QString &text)
{
    return QString(text).replace(u'\n', QChar::LineSeparator);
}

class Layout
{
public:
    // One edit from first to last: laid out once instead of after each cell.
    explicit Layout(QTextDocument &text) : m_cursor(&text) { m_cursor.beginEditBlock(); }
    ~Layout() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(Layout)

    void title(const ReportDocument &document)
    {
        m_cursor.setBlockFormat(spaced(0, 4));
        m_cursor.insertText(document.kicker.toUpper(), letters(8, kMuted, true));
        paragraph(document.title, letters(20, kText, true), spaced(0, 6, 110));
        paragraph(document.subtitle, letters(9, kMuted), spaced(0, 10));
    }

    void section(const ReportSection &section)
    {
        QTextBlockFormat format = spaced(20, 6);
        format.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
        format.setHeadingLevel(2);
        paragraph(section.heading, letters(12, kText, true), format);
        for (const ReportBlock &block : section.blocks)
            std::visit(*this, block);
    }

    void operator()(const ReportText &block)
    {
        paragraph(block.text, letters(10, block.quiet ? kMuted : kText), spaced(0, 4));
    }

    void operator()(const ReportPairs &block)
    {
        QTextTable *table = insertTable(static_cast<int>(block.pairs.size()), {18, 82}, 0);
        for (int row = 0; row < table->rows(); ++row) {
            write(table->cellAt(row, 0), block.pairs.at(row).first, letters(9.5, kMuted));
            write(table->cellAt(row, 1), block.pairs.at(row).second,
                  letters(block.mono ? 7.5 : 9.5, kText, false, block.mono));
        }
        after();
    }

    void operator()(const ReportTable &block)
    {
        QTextTable *table = insertTable(static_cast<int>(block.rows.size()) + 1, block.widths, 1);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(0, column);
            write(cell, block.columns.value(column), letters(8, kMuted, true));
            rule(cell, 1);
        }
        for (int row = 1; row < table->rows(); ++row)
            for (int column = 0; column < table->columns(); ++column)
                writeCell(table->cellAt(row, column), block.rows.at(row - 1).value(column));
        after();
    }

private:
    void paragraph(const QString &text, const QTextCharFormat &letters, const QTextBlockFormat &block)
    {
        m_cursor.insertBlock(block, letters);
        m_cursor.insertText(breakable(text), letters);
    }

    QTextTable *insertTable(int rows, const QList<int> &widths, int heads)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(3.5);
        format.setTopMargin(2);
        format.setBottomMargin(2);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setHeaderRowCount(heads);
        QList<QTextLength> lengths;
        for (const int width : widths)
            lengths.append(QTextLength(QTextLength::PercentageLength, width));
        format.setColumnWidthConstraints(lengths);
        m_cursor.insertBlock(spaced(0, 0, 100), letters(2, kText));
        return m_cursor.insertTable(std::max(1, rows), static_cast<int>(widths.size()), format);
    }

    //! A thin line under a cell, the only ornament of a table.
    static void rule(QTextTableCell &cell, qreal width)
    {
        QTextTableCellFormat format = cell.format().toTableCellFormat();
        format.setBottomBorder(width);
        format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBottomBorderBrush(kLine);
        cell.setFormat(format);
    }

    //! The first column stands flush with the headings.
    static void flush(QTextTableCell &cell)
    {
        QTextTableCellFormat format = cell.format().toTableCellFormat();
        format.setLeftPadding(cell.column() == 0 ? 0 : 3.5);
        cell.setFormat(format);
    }

    static void write(QTextTableCell cell, const QString &text, const QTextCharFormat &letters)
    {
        flush(cell);
        QTextCursor cursor = cell.firstCursorPosition();
        cursor.setBlockFormat(spaced(0, 0, 118));
        cursor.insertText(breakable(text), letters);
    }

    static void writeCell(QTextTableCell cell, const ReportCell &content)
    {
        rule(cell, 0.5);
        flush(cell);
        QTextCursor cursor = cell.firstCursorPosition();
        cursor.setBlockFormat(spaced(0, 0, 118));
        if (content.marked)
            cursor.insertText(u"● "_s, letters(8.5, colourOf(content.tone)));
        cursor.insertText(breakable(content.text), letters(content.mono ? 7.5 : 9, kText, false, content.mono));
        if (content.small.isEmpty())
            return;
        cursor.insertBlock(spaced(1, 0, 118));
        cursor.insertText(breakable(content.small), letters(8, kMuted));
    }

    void after() { m_cursor.movePosition(QTextCursor::End); }

    QTextCursor m_cursor;
};

} // namespace

QFont reportFont(qreal points, bool mono)
{
    QFont font(mono ? u"DejaVu Sans Mono"_s : u"DejaVu Sans"_s);
    font.setFamilies({mono ? u"DejaVu Sans Mono"_s : u"DejaVu Sans"_s, u"WenQuanYi Micro Hei"_s});
    font.setPointSizeF(points);
    // Ligatures read well and extract badly: "fi" must stay two letters for whoever searches the file. Qt leaves them
    // out as soon as letters are spaced, however little.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void layOut(const ReportDocument &document, QTextDocument &text)
{
    text.setDefaultFont(reportFont(10));
    text.setDocumentMargin(0);
    QTextOption option = text.defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.setDefaultTextOption(option);
    Layout layout(text);
    layout.title(document);
    for (const ReportSection &section : document.sections)
        layout.section(section);
}

} // namespace wardroom::print
