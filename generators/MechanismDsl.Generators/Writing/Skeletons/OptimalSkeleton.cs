using MechanismDsl.Generators.Writing.Tables;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of an optimal mechanism whose declaration has errors.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Shape">What all families can tell from it.</param>
/// <param name="Optimum">The types in its signatures.</param>
internal sealed record OptimalSkeleton(Declaration Declaration, SkeletonShape Shape, OptimalShape Optimum) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => Optimum.Contract;

    /// <summary>The signatures; null where the goal is another one.</summary>
    public static OptimalSkeleton? TryRead(Declaration declaration, SkeletonShape shape) =>
        OptimalShape.Of(declaration) is { } optimum ? new(declaration, shape, optimum) : null;

    /// <summary>The numbers of every optimal mechanism.</summary>
    public static void WriteNumbers(Declaration declaration, SkeletonPen pen)
    {
        pen.Info();
        string[] goal = declaration.Rules.Any(rule => rule.Attribute == "Goal") ? ["Objective"] : [];
        foreach (var name in new[] { "Revenue", "Welfare" }.Concat(goal))
        {
            pen.UnknownNumber("Expected" + name);
            pen.Unknown($"public const string Exact{name} = \"\";");
        }
    }

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        WriteNumbers(Declaration, pen);
        pen.Throws(Optimum.Members(Optimum.NamesOf(Declaration, Shape.Names)));
        pen.Explain(Optimum.Reports);
    }
}
