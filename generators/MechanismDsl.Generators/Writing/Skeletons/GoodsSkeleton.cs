using MechanismDsl.Generators.Writing.Tables;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of a mechanism that divides goods, whose declaration has errors.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Shape">What all families can tell from it.</param>
/// <param name="Goods">The types in its signatures.</param>
internal sealed record GoodsSkeleton(Declaration Declaration, SkeletonShape Shape, GoodsShape Goods) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => Goods.Contract;

    /// <summary>The signatures; null where no goods are divided.</summary>
    public static GoodsSkeleton? TryRead(Declaration declaration, SkeletonShape shape) =>
        GoodsShape.Of(declaration, shape.Names) is { } goods ? new(declaration, shape, goods) : null;

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        OptimalSkeleton.WriteNumbers(Declaration, pen);
        pen.Throws(Goods.Members());
        pen.Explain(GoodsShape.Reports);
        pen.Member("What every good is worth to an agent.", Goods.Record + ";");
    }
}
