using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes <c>Explanation</c> and <c>Info</c>: the mechanism in words, and its guarantees and assumptions with their reasons.</summary>
internal static class InfoWriter
{
    /// <summary>Writes both.</summary>
    public static void Write(
        TypeIdentity type, string environment, EquatableArray<ExplanationLine> explanation, EquatableArray<Evidence> evidence, EquatableArray<Assumption> assumptions, SourceWriter writer)
    {
        writer.Doc("summary", "The mechanism in English, with the numbers of this declaration.");
        writer.Line(Stamp.Attribute());
        Remarks.WriteConstant(writer, explanation);
        writer.Line();
        writer.Doc("summary", "What the mechanism is, and every guarantee that holds with the theorem behind it.");
        writer.Line(Stamp.Attribute());
        writer.Line("public static global::MechanismDsl.MechanismInfo Info { get; } = new(");
        writer.Indented(() =>
        {
            writer.Line($"{Text.Literal(type.Name)},");
            writer.Line($"{Text.Literal(environment)},");
            writer.Line("Explanation,");
            writer.Line("[");
            writer.Indented(() =>
            {
                foreach (var one in evidence)
                {
                    writer.Line($"new(global::MechanismDsl.Guarantee.{one.Guarantee}, {Text.Literal(one.Theorem + (one.CheckedBy is null ? string.Empty : $"; checked by {one.CheckedBy}"))}, {Text.Literal(one.Scope)}),");
                }
            });
            writer.Line(assumptions.Count == 0 ? "]);" : "])");
        });
        if (assumptions.Count > 0)
        {
            writer.Block(string.Empty, () => WriteAssumptions(assumptions, writer));
            writer.EndStatement();
        }
    }

    private static void WriteAssumptions(EquatableArray<Assumption> assumptions, SourceWriter writer)
    {
        writer.Line("Assumptions =");
        writer.Line("[");
        writer.Indented(() =>
        {
            foreach (var (guarantee, because) in assumptions)
            {
                writer.Line($"new(global::MechanismDsl.Guarantee.{guarantee}, {Text.Literal(because)}),");
            }
        });
        writer.Line("],");
    }
}
