using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Matching;

/// <summary>Writes the file of a package auction.</summary>
internal static class PackagesTypeWriter
{
    /// <summary>The signature of the run that returns a new outcome.</summary>
    public const string Run = "public static global::MechanismDsl.PackageAwards Run(global::System.ReadOnlySpan<global::MechanismDsl.Kernels.PackageBid> bids, int bidders)";

    /// <summary>The signature of the run into memory of the caller's.</summary>
    public const string RunInto = "public static void Run(global::System.ReadOnlySpan<global::MechanismDsl.Kernels.PackageBid> bids, global::System.Span<global::MechanismDsl.PackageAward> awards)";

    /// <summary>The text of the file.</summary>
    public static string Write(PackagesPlan plan) =>
        new MechanismFrame(plan, "IPackageAuction", "packages", plan.Explanation[0].Text, plan.Explanation).Write(members =>
        {
            WriteRuns(plan, members);
            if (plan.Goods.Names.Count > 0)
            {
                WriteGoods(plan, members);
            }
        });

    private static void WriteRuns(PackagesPlan plan, SourceWriter writer)
    {
        WriteDoc(plan, writer, "Runs the auction once.");
        writer.ParameterDoc("bidders", "The number of bidders, at least 0.");
        writer.Line("/// <returns>For every bidder the index of its accepted bid, −1 for none, and its payment.</returns>");
        WriteExceptions(writer);
        writer.Block(Run, () =>
        {
            writer.Line("global::System.ArgumentOutOfRangeException.ThrowIfNegative(bidders);");
            writer.Line("var awards = new global::MechanismDsl.PackageAward[bidders];");
            writer.Line("Run(bids, awards);");
            writer.Line("return new(awards);");
        });
        WriteDoc(plan, writer, "Runs the auction once, into memory of the caller's; the tables of the search come from a pool.");
        writer.ParameterDoc("awards", "Receives for every bidder the index of its accepted bid, −1 for none, and its payment; its length is the number of bidders.");
        WriteExceptions(writer);
        writer.Line(RunInto + " =>");
        writer.Indented(() => writer.Line($"global::MechanismDsl.Kernels.PackageSale.Run(bids, {plan.Goods.Count}, awards);"));
    }

    private static void WriteDoc(PackagesPlan plan, SourceWriter writer, string summary)
    {
        writer.Line();
        writer.Doc("summary", summary);
        writer.Line("/// <remarks>");
        writer.Line("/// " + XmlText.Encode(plan.Explanation[0].Text));
        writer.Line($"/// How that follows, with all guarantees: <see cref=\"{Identifier.Escape(plan.Type.Name)}\"/>.");
        writer.Line("/// </remarks>");
        writer.ParameterDoc("bids", $"The bids, in any order: bidder, goods as a set of bits{(plan.Goods.Names.Count > 0 ? " (see Goods)" : ", bit g for good g")}, value. Bids of one bidder exclude each other.");
    }

    private static void WriteExceptions(SourceWriter writer)
    {
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A bid names an unknown bidder or good, no good, or a value that is not a finite number in [0, 1e15]; the message names the bid.</exception>");
        writer.Line(Stamp.Attribute());
    }

    private static void WriteGoods(PackagesPlan plan, SourceWriter writer)
    {
        writer.Line();
        writer.Doc("summary", "The goods as sets of bits: a package is their union with the operator |.");
        writer.Line(Stamp.Attribute());
        writer.Block("public static class Goods", () =>
        {
            for (var good = 0; good < plan.Goods.Count; good++)
            {
                if (good > 0)
                {
                    writer.Line();
                }

                writer.Doc("summary", $"{plan.Goods.Names[good]} alone.");
                writer.Line($"public const uint {Identifier.Escape(plan.Goods.Names[good])} = 1u << {good};");
            }
        });
    }
}
