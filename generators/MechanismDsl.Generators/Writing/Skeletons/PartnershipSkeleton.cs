using MechanismDsl.Generators.Writing.Partnerships;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of a partnership whose declaration has errors.</summary>
internal sealed record PartnershipSkeleton(Declaration Declaration, SkeletonShape Shape) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => $"IMechanism<{Shape.Money}, {PartnershipTypeWriter.Outcome(Shape.Money)}>";

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        pen.Info();
        foreach (var name in GeneratedMembers.OfPartnerships.Where(name => name != GeneratedMembers.Engine))
        {
            pen.UnknownNumber(name);
        }

        var (money, reports) = (Shape.Money, $"global::System.ReadOnlySpan<{Shape.Money}> reports");
        var outcome = PartnershipTypeWriter.Outcome(money);
        pen.Throws($"public static {outcome} Run({reports})");
        pen.Throws($"public static int Run({reports}, global::System.Span<{money}> payments)");
        pen.Throws($"public static void RunBatch({reports}, int agents, global::System.Span<{outcome}> outcomes)");
        if (Shape.Names.Count > 0)
        {
            pen.Throws($"public static Result Run({string.Join(", ", Shape.Names.Select(name => $"{money} {Identifier.Parameter(name)}"))})");
        }

        pen.Explain(reports);
        if (Shape.Names.Count > 0)
        {
            pen.Member("The outcome by name.", $"public readonly record struct Result(int Owner, {string.Join(", ", Shape.Names.Select(name => $"{money} {Identifier.Member(name)}Pays"))})");
            pen.Nested(() => pen.Unknown("public string OwnerName => string.Empty;"));
        }
    }
}
