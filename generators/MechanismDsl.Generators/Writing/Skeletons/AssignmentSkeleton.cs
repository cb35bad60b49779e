using MechanismDsl.Generators.Writing.Matching;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of an assignment whose declaration has errors.</summary>
internal sealed record AssignmentSkeleton(Declaration Declaration, SkeletonShape Shape) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => "IMechanism";

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        pen.Info();
        var items = Items();
        pen.Throws(Members(items is not null, Shape.Money));
        if (items is null)
        {
            pen.Explain($"global::System.ReadOnlySpan<{Shape.Money}> values, int items");
            return;
        }

        pen.Explain($"global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports");
        if (Shape.Names.Count > 0)
        {
            pen.Member("The outcome of one run.", $"public readonly record struct Result({NamedResultWriter.Members(Shape.Names, "Item", Shape.Money)})");
            pen.Nested(() =>
            {
                foreach (var name in Shape.Names)
                {
                    pen.Unknown($"public string? {Identifier.Member(name)}Gets => null;");
                }
            });
        }

        pen.Member("What one agent reports.", $"public readonly record struct {GeneratedMembers.Report}({string.Join(", ", items.Select(item => $"{Shape.Money} {item}"))});");
    }

    /// <summary>The members that call sites may use, each without its body.</summary>
    private IEnumerable<string> Members(bool hasNames, string money)
    {
        var (allotments, allotment) = ($"global::MechanismDsl.Allotments<{money}>", $"global::MechanismDsl.Allotment<{money}>");
        if (!hasNames)
        {
            yield return $"public static {allotments} Run(global::System.ReadOnlySpan<{money}> values, int items)";
            yield return $"public static void Run(global::System.ReadOnlySpan<{money}> values, int items, global::System.Span<{allotment}> allotments)";
            yield break;
        }

        yield return $"public static {allotments} Run(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports)";
        yield return $"public static void Run(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports, global::System.Span<{allotment}> allotments)";
        yield return $"public static void RunBatch(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports, int agents, global::System.Span<{allotments}> outcomes)";
        if (Shape.Names.Count > 0)
        {
            yield return NamedAssignmentWriter.Signature([.. Shape.Names]);
        }

        yield return "public static string? ItemName(int item)";
    }

    /// <summary>The members of the record of a report; null where items have no names.</summary>
    private IReadOnlyList<string>? Items() =>
        Declaration.Attributes.First(use => use.Name == "Assignment").TypeArgument?.Members
            .Select(member => Identifier.Escape(member.Name))
            .Where(name => !GeneratedMembers.InNoRecord.Contains(name))
            .ToList();
}
