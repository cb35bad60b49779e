using MechanismDsl.Generators.Writing.Units;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of a sale of units with decreasing values, whose declaration has errors.</summary>
internal sealed record UnitsSkeleton(Declaration Declaration, SkeletonShape Shape) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => UnitsTypeWriter.Contract(Shape.Money);

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        pen.Info();
        pen.Unknown("public static int ValuesPerAgent => default;");
        pen.Throws(UnitsTypeWriter.Run(Shape.Money));
        pen.Throws(UnitsTypeWriter.RunInto(Shape.Money));
        pen.Explain($"global::System.ReadOnlySpan<{Shape.Money}> values");
    }
}
