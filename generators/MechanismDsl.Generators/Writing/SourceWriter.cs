using System.Text;

namespace MechanismDsl.Generators.Writing;

/// <summary>An indented writer of C# text with line feeds, whatever the platform, so that the bytes are the same everywhere.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;
    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes one line at the current level; an empty text gives an empty line without trailing spaces.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _ = _text.Append(' ', _level * SpacesPerLevel).Append(text);
        }

        _ = _text.Append('\n');
    }

    /// <summary>Writes several lines, each at the current level; relative indentation inside the text stays.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Replace("\r", string.Empty).Split('\n'))
        {
            Line(line);
        }
    }

    /// <summary>Writes a line at the margin: preprocessor directives.</summary>
    public void Directive(string text) => _text.Append(text).Append('\n');

    /// <summary>Writes a header line (none if empty), an opening brace, the body one level deeper, and the closing brace.</summary>
    public void Block(string header, Action body)
    {
        if (header.Length > 0)
        {
            Lines(header);
        }

        Line("{");
        Indented(body);
        Line("}");
    }

    /// <summary>Puts a semicolon behind the last line: a block that ended an expression.</summary>
    public void EndStatement()
    {
        _text.Length--;
        _ = _text.Append(";\n");
    }

    /// <summary>Writes the body one level deeper.</summary>
    public void Indented(Action body)
    {
        _level++;
        body();
        _level--;
    }

    /// <summary>Writes an XML documentation element; the text is plain and is encoded here, one output line for each of its lines.</summary>
    public void Doc(string element, string text)
    {
        var lines = XmlText.Encode(text).Split('\n');
        var (open, close) = ($"<{element}>", $"</{element.Split(' ')[0]}>");
        if (lines.Length == 1)
        {
            Line($"/// {open}{lines[0]}{close}");
            return;
        }

        Line($"/// {open}");
        foreach (var line in lines)
        {
            Line($"/// {line}".TrimEnd());
        }

        Line($"/// {close}");
    }

    /// <summary>Documentation of one parameter.</summary>
    public void ParameterDoc(string name, string text) => Line($"/// <param name=\"{name}\">{XmlText.Encode(text)}</param>");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
