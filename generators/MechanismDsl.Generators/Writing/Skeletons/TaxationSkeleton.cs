using MechanismDsl.Generators.Writing.Screening;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of a tax whose declaration has errors.</summary>
internal sealed record TaxationSkeleton(Declaration Declaration, SkeletonShape Shape) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => "ITaxation";

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        pen.Info();
        pen.UnknownNumber("ExpectedTax");
        pen.UnknownNumber("Rebate");
        pen.Throws(TaxationTypeWriter.Signatures);
    }
}
