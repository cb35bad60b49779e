using MechanismDsl.Generators.Writing.Units;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of a sale of a divisible good whose declaration has errors.</summary>
internal sealed record DivisibleSkeleton(Declaration Declaration, SkeletonShape Shape) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => DivisibleTypeWriter.Contract(Shape.Money);

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        pen.Info();
        pen.Throws(DivisibleTypeWriter.Signatures(Shape.Money));
        pen.Explain(DivisibleTypeWriter.Reports(Shape.Money));
    }
}
