using System.Globalization;
using System.Text;

namespace MechanismDsl.Tool.Reports.Markup;

/// <summary>
/// An element of HTML or SVG. Pages are written so that they are well-formed XML, too: every element is closed, every attribute quoted, every text escaped.
/// </summary>
/// <param name="name">The tag.</param>
internal sealed class Element(string name)
{
    /// <summary>Elements that HTML writes without an end tag.</summary>
    private static readonly HashSet<string> _void = ["br", "hr", "link", "meta"];

    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly List<object> _children = [];

    /// <summary>The tag.</summary>
    public string Name { get; } = name;

    private bool IsVerbatim { get; init; }

    /// <summary>An element with a text.</summary>
    public static Element Of(string name, string text) => new Element(name).Add(text);

    /// <summary>An element with children; null children are left out.</summary>
    public static Element Of(string name, params IEnumerable<Element?> children) => new Element(name).Add(children);

    /// <summary>Sets an attribute.</summary>
    public Element With(string attribute, string value)
    {
        _attributes.Add((attribute, value));
        return this;
    }

    /// <summary>Sets an attribute to a coordinate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public Element With(string attribute, double coordinate) => With(attribute, Coordinate(coordinate));

    /// <summary>Sets the class.</summary>
    public Element Class(string names) => With("class", names);

    /// <summary>Adds text, which is escaped.</summary>
    public Element Add(string text)
    {
        _children.Add(text);
        return this;
    }

    /// <summary>A style sheet, whose text HTML does not unescape.</summary>
    /// <exception cref="ArgumentException">It has a letter that XML would have to escape.</exception>
    public static Element Style(string rules) => rules.AsSpan().ContainsAny('<', '&')
        ? throw new ArgumentException("A style sheet in a page must do without < and &.", nameof(rules))
        : new Element("style") { IsVerbatim = true }.Add(rules);

    /// <summary>Adds children; null ones are left out.</summary>
    public Element Add(params IEnumerable<Element?> children)
    {
        _children.AddRange(children.OfType<Element>());
        return this;
    }

    /// <summary>A coordinate as it is written: at most two decimals, invariant culture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public static string Coordinate(double value) => double.IsFinite(value)
        ? (Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0).ToString("0.##", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A coordinate must be finite.");

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder target)
    {
        target.Append('<').Append(Name);
        foreach (var (attribute, value) in _attributes)
        {
            target.Append(' ').Append(attribute).Append("=\"");
            Escape(target, value);
            target.Append('"');
        }

        if (_void.Contains(Name))
        {
            target.Append("/>");
            return;
        }

        target.Append('>');
        foreach (var child in _children)
        {
            if (child is Element element)
            {
                // A line an element that holds others, so that two versions of a page can be compared; inside text a line break would be a space.
                if (_children.TrueForAll(one => one is Element))
                {
                    target.Append('\n');
                }

                element.Write(target);
            }
            else if (IsVerbatim)
            {
                target.Append((string)child);
            }
            else
            {
                Escape(target, (string)child);
            }
        }

        target.Append("</").Append(Name).Append('>');
    }

    /// <summary>Control characters that XML does not allow become the replacement character.</summary>
    private static void Escape(StringBuilder target, string text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => target.Append("&amp;"),
                '<' => target.Append("&lt;"),
                '>' => target.Append("&gt;"),
                '"' => target.Append("&quot;"),
                '\'' => target.Append("&#39;"),
                < ' ' and not ('\n' or '\r' or '\t') or '\uFFFE' or '\uFFFF' => target.Append('\uFFFD'),
                _ => target.Append(letter),
            };
        }
    }
}
