using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Matching;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of a package auction whose declaration has errors.</summary>
internal sealed record PackagesSkeleton(Declaration Declaration, SkeletonShape Shape) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => Packages.Contract;

    private AttributeUse Attribute => Declaration.Attributes.First(use => use.Name == "Packages");

    private PackageShape Packages
    {
        get
        {
            var goods = Attribute.TypeArgument?.Members.Count ?? (Attribute.Arguments.FirstOrDefault() is Argument.Number { Value: >= 1 and <= int.MaxValue } number ? (int)number.Value : 1);
            var money = Shape.Money switch { "decimal" => MoneyKind.Decimal, "long" => MoneyKind.Int64, _ => MoneyKind.Double };
            var isTogether = Has(Declaration, "Or") || Has(Declaration, "Additive");
            return new PackageShape(goods, new Currency(money, 0), Has(Declaration, "IntegerProgram"), IsGreedy || Has(Declaration, "Additive"), isTogether);
        }
    }

    private bool IsGreedy =>
        Declaration.Attributes.FirstOrDefault(use => use.Name == "SingleMinded")?.Properties.Any(property => property is { Name: "Greedy", Value: Argument.Number { Value: 1 } }) == true;

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        pen.Info();
        var packages = Packages;
        pen.Throws(packages.Run);
        pen.Throws(packages.RunInto);
        if (packages.IsLimited)
        {
            pen.Throws(packages.TryRun);
        }

        if (Shape.Names.Count > 0)
        {
            pen.Throws(NamedPackagesWriter.Signature(packages));
            pen.Member("The outcome of one run.", $"public readonly record struct Result({(packages.IsTogether ? NamedResultWriter.Members(Shape.Names, "Goods", Shape.Money, "ulong") : NamedResultWriter.Members(Shape.Names, "Bid", Shape.Money))});");
            pen.Member("The bidders, as bids name them.", $"public static class {GeneratedMembers.Bidders}");
            pen.Nested(() =>
            {
                foreach (var name in Shape.Names)
                {
                    pen.Unknown($"public const int {Identifier.Escape(Identifier.Member(name))} = default;");
                }
            });
        }

        pen.Explain($"global::System.ReadOnlySpan<{packages.Bid}> bids, int bidders");
        if (Attribute.TypeArgument is { Members: { Count: > 0 } goods })
        {
            pen.Member("The goods; no package of them means anything yet.", "public static class Goods");
            pen.Nested(() =>
            {
                foreach (var good in goods.Where(good => good.Name is not ("Goods" or "Equals" or "ReferenceEquals" or "GetHashCode" or "GetType" or "ToString" or "MemberwiseClone" or "Finalize")))
                {
                    pen.Unknown($"public const {packages.Good} {Identifier.Escape(good.Name)} = default;");
                }
            });
        }
    }
}
