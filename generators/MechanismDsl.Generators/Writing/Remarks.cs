using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>The explanation as an indented tree: for the eye that hovers over a name, and as a constant for programs.</summary>
internal static class Remarks
{
    /// <summary>Writes the <c>remarks</c> element.</summary>
    public static void Write(SourceWriter writer, EquatableArray<ExplanationLine> lines)
    {
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach (var line in lines)
        {
            writer.Line("/// " + XmlText.Encode(Indented(line)) + "<br/>");
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }

    /// <summary>The lines below a summary that says the first of them already: who hovers over the name reads one after the other.</summary>
    public static EquatableArray<ExplanationLine> Without(EquatableArray<ExplanationLine> lines, string summary) =>
        lines.Count > 1 && lines[0].Text == summary ? lines.Skip(1).ToEquatableArray() : lines;

    /// <summary>
    /// Writes the <c>remarks</c> element of a method that runs the mechanism: the rule in one sentence, and where the rest stands. Nothing where the
    /// author explains the type in words of their own, because the rest does not stand there then.
    /// </summary>
    public static void WriteShort(SourceWriter writer, TypeIdentity type, string rule)
    {
        if (type.HasRemarks)
        {
            return;
        }

        writer.Line("/// <remarks>");
        writer.Line("/// " + XmlText.Encode(rule));
        writer.Line($"/// How that follows, with all numbers and guarantees: <see cref=\"{Identifier.Escape(type.Name)}\"/>.");
        writer.Line("/// </remarks>");
    }

    /// <summary>Writes the constant <c>Explanation</c>.</summary>
    public static void WriteConstant(SourceWriter writer, EquatableArray<ExplanationLine> lines)
    {
        // A raw literal needs more quotes than any run of them inside; a file name may hold some.
        var quotes = "\"\"\"";
        while (lines.Any(line => line.Text.Contains(quotes)))
        {
            quotes += "\"";
        }

        writer.Line("public const string Explanation =");
        writer.Indented(() =>
        {
            writer.Line(quotes);
            foreach (var line in lines)
            {
                writer.Line(Indented(line));
            }

            writer.Line(quotes + ";");
        });
    }

    /// <summary>The line as it is printed.</summary>
    public static string Indented(ExplanationLine line) =>
        line.Depth == 0 ? line.Text : new string(' ', 2 * (line.Depth - 1)) + "- " + line.Text;
}
