using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of one family of mechanisms, as far as they can be told from a declaration that has errors.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Shape">What all families can tell from it.</param>
internal abstract record Skeleton(Declaration Declaration, SkeletonShape Shape)
{
    /// <summary>The interface, without namespace.</summary>
    public abstract string Contract { get; }

    /// <summary>Writes the members.</summary>
    public abstract void Write(SkeletonPen pen);

    /// <summary>The signatures of a declaration. The first family whose attribute stands on it.</summary>
    public static Skeleton Of(Declaration declaration)
    {
        var shape = SkeletonShape.Of(declaration);
        return GoodsSkeleton.TryRead(declaration, shape)
            ?? (Skeleton?)OptimalSkeleton.TryRead(declaration, shape)
            ?? OfAttribute(declaration, shape);
    }

    private static Skeleton OfAttribute(Declaration declaration, SkeletonShape shape) =>
        Has(declaration, "Packages") ? new PackagesSkeleton(declaration, shape)
        : Has(declaration, "Assignment") ? new AssignmentSkeleton(declaration, shape)
        : Has(declaration, "DoubleAuction") || Has(declaration, "BilateralTrade") ? new ExchangeSkeleton(declaration, shape)
        : Has(declaration, "Decreasing") && shape.IsService ? new UnitsSkeleton(declaration, shape)
        : Has(declaration, "Divisible") ? new DivisibleSkeleton(declaration, shape)
        : Has(declaration, "Taxation") ? new TaxationSkeleton(declaration, shape)
        : Has(declaration, "Partnership") ? new PartnershipSkeleton(declaration, shape)
        : new ServiceSkeleton(declaration, shape);

    /// <summary>Whether an attribute stands on the declaration.</summary>
    protected static bool Has(Declaration declaration, string attribute) => declaration.Attributes.Any(use => use.Name == attribute);
}
