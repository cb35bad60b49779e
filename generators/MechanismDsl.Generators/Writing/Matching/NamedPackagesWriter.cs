using System.Globalization;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Matching;

/// <summary>Writes what a package auction with named bidders has beyond the others: their constants, and a run whose result has their names.</summary>
internal sealed class NamedPackagesWriter(PackagesPlan plan, SourceWriter writer)
{
    /// <summary>What a bidder gets, as the member of an award.</summary>
    private string Gets => plan.Shape.IsTogether ? "Goods" : "Bid";

    /// <summary>The signature of the run.</summary>
    public static string Signature(PackageShape shape) => $"public static Result Run(global::System.ReadOnlySpan<{shape.Bid}> bids)";

    /// <summary>Writes them.</summary>
    public void Write()
    {
        var count = plan.Bidders.Count.ToString(CultureInfo.InvariantCulture);
        writer.Line();
        writer.Doc("summary", "Runs the auction once among the named bidders.");
        writer.ParameterDoc("bids", $"The bids, in any order; bidders are constants of {GeneratedMembers.Bidders}.");
        writer.Line(plan.Shape.IsTogether ? "/// <returns>For every bidder its goods as a set of bits, and its payment.</returns>" : "/// <returns>For every bidder the index of its accepted bid, −1 for none, and its payment.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A bid is not valid; the message names it.</exception>");
        writer.Line(Stamp.Attribute());
        writer.Block(Signature(plan.Shape), () =>
        {
            writer.Line($"var awards = Run(bids, {count});");
            var members = Enumerable.Range(0, plan.Bidders.Count).Select(bidder => string.Format(CultureInfo.InvariantCulture, $"awards[{{0}}].{Gets}, awards[{{0}}].Payment", bidder));
            writer.Line($"return new({string.Join(", ", members)});");
        });
        NamedResultWriter.Write(writer, plan.Bidders, Gets, plan.Shape.IsTogether ? "The goods that NAME gets, as a set of bits" : "The index of the accepted bid of NAME", plan.Shape.Currency, hasItemNames: false, plan.Shape.IsTogether);
        writer.Line();
        writer.Doc("summary", "The bidders, as bids name them.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static class {GeneratedMembers.Bidders}", () =>
        {
            for (var bidder = 0; bidder < plan.Bidders.Count; bidder++)
            {
                writer.Doc("summary", $"{plan.Bidders[bidder]}.");
                writer.Line($"public const int {Identifier.Escape(Identifier.Member(plan.Bidders[bidder]))} = {bidder.ToString(CultureInfo.InvariantCulture)};");
            }
        });
    }
}
