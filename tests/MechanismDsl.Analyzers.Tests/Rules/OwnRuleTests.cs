using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Rules of the user's own: what fires where with which words, what does not, and what repairs it.</summary>
public class OwnRuleTests
{
    private const string Argmax =
        "[Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) { int w = 0; for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[w]) w = i; return w; }";

    private const string SecondPrice =
        "double p = 0; for (int j = 0; j < bids.Length; j++) if (j != agent && bids[j] > p) p = bids[j];";

    private static string Scored(string method) => $"[Mechanism, SingleItem] public partial class Sale {{ [Score] static double {method} }}";

    private static string Paid(string payment, string promise = "", string allocation = Argmax) =>
        $"[Mechanism, SingleItem, Agents(3){promise}] public partial class Sale {{ {allocation} [Payment] static double {payment} }}";

    // The message of the design document, to the letter.
    [Fact]
    public Task MECH1001_SaysWhereTheScoreTurns() => Expect.Fires(
        "MECH1001",
        Scored("[|Score|]([Between(0, 100)] double bid, [Between(0, 1), Verified] double lateness) => bid - 0.01 * bid * bid * lateness;"),
        "'Score' is not monotone: with lateness 1 the score falls from 25 at bid 50 to 24 at bid 60");

    [Theory]
    [InlineData("[|Score|]([Between(0, 100)] double bid) => bid > 50 ? 25 : bid;", "the score falls from 50 at bid 50 to 25 at bid 60")]
    [InlineData("[|Score|]([Between(0, 100)] double bid, [Between(1, 2), Verified] double boost) => bid < 30 ? bid * boost : bid;", "with boost 2 the score falls from 40 at bid 20 to 30 at bid 30")]
    [InlineData("[|Score|]([Between(0, 10)] int bid) => bid % 2;", "the score falls from 1 at bid 1 to 0 at bid 2")]
    public Task MECH1001_NamesTheParameters(string score, string words) => Expect.Fires("MECH1001", Scored(score), $"'Score' is not monotone: {words}");

    [Fact]
    public async Task MECH1001_AnAllocationThatFallsBackCarriesTheDecidingBranch()
    {
        var found = await Expect.FiresAt("MECH1001", "[Mechanism, SingleItem, Agents(3)] public partial class Sale { [Allocation] static int [|Winner|]([Between(0, 100)] ReadOnlySpan<double> bids) { int w = 0; for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[w]) w = i; return bids[w] > 50 ? -1 : w; } }");
        Assert.Matches(@"^'Winner' is not monotone: bidder \d wins with report [\d.]+ in \(.*\[[\d.]+\].*\) but loses with report [\d.]+$", found.InvariantMessage());
        var branch = Assert.Single(found.AdditionalLocations);
        Assert.Equal("bids[w] > 50 ? -1 : w", branch.SourceTree!.ToString().Substring(branch.SourceSpan.Start, branch.SourceSpan.Length));
    }

    [Fact]
    public Task MECH1001_ASupplierServesLessAtAHigherCost() => Expect.Fires(
        "MECH1001",
        "[Mechanism, SingleItem, Procurement, Suppliers] public partial class Sourcing { [Score] static double [|Score|]([Between(0, 100)] double cost) => cost; }",
        "'Score' is not monotone: the score rises from 0 at cost 0 to 10 at cost 10");

    [Theory]
    [InlineData("Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;")]
    [InlineData("Score([Between(0, 100)] double bid) => Math.Floor(bid / 5) * 5;")]
    public async Task MonotoneScoresAreSilent(string score) => Assert.Empty(await Analysis.Run(Scored(score)));

    // In real numbers these are monotone; as they are computed, rounding decides who wins at profiles that are no ties, and some bids gain by that.
    [Theory]
    [InlineData("[|Score|]([Between(0, 10)] double bid) => 1 + bid - 3 * bid / 3;")]
    [InlineData("[|Score|]([Between(0, 10)] double bid) => bid - Math.Min(bid, Math.Min(3, 3 * bid / 3));")]
    [InlineData("[|Score|]([Between(0, 10)] double bid, [Between(0, 3), Verified] int factor) => bid - Math.Min(Math.Min(bid, factor * 3), Math.Min(factor, factor * bid / 3));")]
    public async Task MECH1002_RoundingDecidesOnAPlateau(string score)
    {
        var found = await Expect.FiresAt("MECH1002", Scored(score));
        Assert.Matches("it holds in real numbers, but as the score is computed it falls by rounding, from .* at .* to .* at ", found.InvariantMessage());
    }

    // A score that is flat in one point only, where rounding is worth next to nothing.
    [Theory]
    [InlineData("Score([Between(0, 10)] double bid) => bid * bid * bid - 6 * bid * bid + 12 * bid;")]
    [InlineData("Score([Between(0, 100)] double bid, [Between(0, 1), Verified] double lateness) => bid - 0.005 * bid * bid * lateness;")]
    [InlineData("Score([Between(1, 100)] double bid) => bid - Math.Log(bid);")]
    [InlineData("Score([Between(0, 100)] double bid, [Between(.01, 1), Verified] double quality) => bid * quality - 0.01 * bid;")]
    public async Task ScoresThatAreFlatInAPointAreSilent(string score) => Assert.Empty(await Analysis.Run(Scored(score)));

    [Fact]
    public async Task MonotoneAllocationsAreSilentForAnyNumberOfAgents() =>
        Assert.Empty(await Analysis.Run($"[Mechanism, SingleItem] public partial class Sale {{ {Argmax} }}"));

    // Proofs about reports sorted into an array are made for fixed numbers of agents, and here any number can take part.
    private const string Open =
        "[Mechanism, SingleItem] public partial class Sale { [Allocation] static int [|Winner|]([Between(0, 100)] double[] bids) => Enumerable.Range(0, bids.Length).OrderByDescending(agent => bids[agent]).ToArray()[0]; }";

    [Fact]
    public async Task MECH1002_WhatIsNotDecidedIsRefused()
    {
        var found = await Expect.FiresAt("MECH1002", Open);
        Assert.StartsWith("It is not decided whether 'Winner' is monotone: ", found.InvariantMessage(), StringComparison.Ordinal);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, found.Descriptor.CustomTags);
    }

    // Every round of the bisection parts the path in two, and each path is long: what a path costs is counted by its statements, or this takes minutes.
    [Fact]
    public async Task MECH1002_PathsThatPartInEveryRoundAreGivenUpSoon()
    {
        var found = await Expect.FiresAt("MECH1002", """
            [Mechanism, SingleItem] public partial class Sale { [Score] static double [|Score|]([Between(0, 100)] double bid)
            {
                double low = 0, high = 100;
                while (high - low > 1e-9) { var middle = (low + high) / 2; if (middle * middle * middle < bid) low = middle; else high = middle; }
                return low;
            } }
            """);
        Assert.EndsWith("there are more paths than the prover follows; most of them part here", found.InvariantMessage(), StringComparison.Ordinal);
    }

    // The verdict is shared by all rules that compute the same; the words are each author's own.
    [Fact]
    public async Task MECH1002_NamesTheInputsOfThisRule()
    {
        foreach (var name in new[] { "bid", "offer" })
        {
            var found = await Expect.FiresAt("MECH1002", Scored($"[|Score|]([Between(1, 100)] double {name}) {{ double x = {name}; for (int step = 0; step < 4; step++) x = 0.5 * (x + {name} / x); return x; }}"));
            Assert.Contains($"'{name} / {name}' is not seen to move in one direction", found.InvariantMessage(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task MECH1002_AnAssumptionIsTheOneWayOut()
    {
        var code = Open.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var assumed = "[Assumed(DominantStrategyIncentiveCompatible, \"measured\"), Assumed(ExPostIndividuallyRational, \"measured\")]" + code;
        Assert.DoesNotContain(await Analysis.Run(assumed), one => one.Id == "MECH1002");
        var half = "[Assumed(DominantStrategyIncentiveCompatible, \"measured\")]" + code;
        Assert.Contains(await Analysis.Run(half), one => one.Id == "MECH1002");
    }

    [Fact]
    public async Task MECH1002_AProofForSomeNumbersIsNoneForOthers()
    {
        var code = Open.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        Assert.Contains(await Analysis.Run(code), one => one.Id == "MECH1002" && one.InvariantMessage().EndsWith("state their number with [Agents(n)]", StringComparison.Ordinal));
        Assert.DoesNotContain(await Analysis.Run(code.Replace("SingleItem", "SingleItem, Agents(3)", StringComparison.Ordinal)), one => one.Id == "MECH1002");
    }

    private static readonly string EntryFee = Paid($"[|Pay|](ReadOnlySpan<double> bids, int agent) {{ if (Winner(bids) != agent) return 2; {SecondPrice} return p + 2; }}");

    [Fact]
    public async Task MECH1003_NamesTheWorstTypeAndItsLoss()
    {
        var found = await Expect.FiresAt("MECH1003", EntryFee);
        Assert.Matches(@"^'Pay' is not individually rational, and nothing says that it need not be: bidder \d with value [\d.]+ in \(.*\) pays 2 for an allocation worth 0: it loses 2$", found.InvariantMessage());
    }

    [Fact]
    public Task MECH1003_IsSilentUnderAPromiseThatIsKept() => Expect.Silent(
        "MECH1003", Paid($"Pay(ReadOnlySpan<double> bids, int agent) {{ if (Winner(bids) != agent) return 0; {SecondPrice} return p; }}"));

    // The promise is what was missing; that the payment breaks it is now an error.
    [Theory]
    [InlineData("", ", Guarantees(ExPostIndividuallyRational)")]
    [InlineData(", Guarantees(NoSubsidy)", ", Guarantees(NoSubsidy, ExPostIndividuallyRational)")]
    public async Task MECH1003_TheConstraintIsAdded(string before, string after)
    {
        var snippet = new Snippet(EntryFee.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal).Replace("Agents(3)", "Agents(3)" + before, StringComparison.Ordinal));
        var promised = snippet.Code.Replace("Agents(3)" + before, "Agents(3)" + after, StringComparison.Ordinal);
        Assert.Equal(promised, await Repair.Apply(snippet, "MECH1003", "Promise ExPostIndividuallyRational"));
        var found = await Analysis.Run(new Snippet(promised), mustCompile: false);
        Assert.Contains(found, one => one.Id == "MECH2001" && one.InvariantMessage().Contains("ExPostIndividuallyRational", StringComparison.Ordinal));
        Assert.DoesNotContain(found, one => one.Id == "MECH1003");
    }

    [Fact]
    public async Task MECH1004_NoPaymentRepairsARuleThatIsNotMonotone()
    {
        var found = await Expect.FiresAt("MECH1004", Paid(
            "[|Pay|](ReadOnlySpan<double> bids, int agent) => 0;",
            allocation: "[Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) { int w = 0; for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[w]) w = i; return bids[w] > 50 ? -1 : w; }"));
        Assert.Matches(@"^'Pay' is not dominant-strategy truthful: bidder \d with value [\d.]+ in \(.*\[[\d.]+\].*\) gains [\d.]+ by reporting [\d.]+ \(utility [-\d.]+ instead of [-\d.]+\)$", found.InvariantMessage());
    }

    private static readonly string FirstPrice = Paid("[|Pay|](ReadOnlySpan<double> bids, int agent) => Winner(bids) == agent ? bids[agent] : 0;");

    [Fact]
    public async Task MECH1005_SaysWhoGainsAndHowMuch()
    {
        var found = await Expect.FiresAt("MECH1005", FirstPrice);
        Assert.Matches(@"^'Pay' is not the threshold payment plus a term of the others' reports, so truth is not a dominant strategy: bidder \d with value [\d.]+ in \(.*\) gains [\d.]+ by reporting [\d.]+ \(utility [\d.]+ instead of 0\)$", found.InvariantMessage());
    }

    [Fact]
    public Task MECH1005_ThresholdsPlusATermOfTheOthersAreSilent() => Expect.Silent(
        "MECH1005", Paid($"Pay(ReadOnlySpan<double> bids, int agent) {{ double own = 0; for (int j = 0; j < bids.Length; j++) if (j != agent) own += 0.25 * bids[j]; if (Winner(bids) != agent) return own; {SecondPrice} return p + own; }}"));

    [Theory]
    [InlineData("MECH1003")]
    [InlineData("MECH1005")]
    public Task MECH1005_TheThresholdsAreDerivedInstead(string id) => Expect.Repairs(
        id,
        (id == "MECH1003" ? EntryFee : FirstPrice).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal),
        "Derive threshold payments",
        $"[Mechanism, SingleItem, Agents(3)] public partial class Sale {{ {Argmax} }}");

    [Fact]
    public async Task MECH1006_NamesWhoIsPaid()
    {
        var found = await Expect.At("MECH1006", new Snippet(Paid($"[|Pay|](ReadOnlySpan<double> bids, int agent) {{ if (Winner(bids) != agent) return -1; {SecondPrice} return p - 1; }}")));
        Assert.Matches(@"^'Pay' pays out: bidder \d is paid [\d.]+ at \(.*\)$", found.InvariantMessage());
    }

    // A supplier's payment is what it receives.
    private static string Sourcing(string receipt) =>
        $"[Mechanism, SingleItem, Procurement, Suppliers, Agents(2)] public partial class Sourcing {{ [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> costs) => costs[0] <= costs[1] ? 0 : 1; [Payment] static double Pay(ReadOnlySpan<double> costs, int agent) => {receipt}; }}";

    [Fact]
    public async Task ASupplierThatReceivesTheRivalsCostIsTruthfulAndServesAtNoLoss() =>
        Assert.DoesNotContain(await Analysis.Run(Sourcing("Winner(costs) == agent ? costs[1 - agent] : 0")), one => one.Id is "MECH1004" or "MECH1005" or "MECH1006" or "MECH1003");

    [Fact]
    public async Task MECH1004_ASupplierThatReceivesItsOwnCostOverstatesIt()
    {
        var found = Assert.Single(await Analysis.Run(Sourcing("Winner(costs) == agent ? costs[agent] : 0")), one => one.Id is "MECH1004" or "MECH1005");
        Assert.Matches(@"supplier \d", found.InvariantMessage());
    }

    [Fact]
    public async Task MECH1003_ASupplierThatPaysForServingIsWarned()
    {
        var found = Assert.Single(await Analysis.Run(Sourcing("Winner(costs) == agent ? -costs[1 - agent] : 0")), one => one.Id == "MECH1003");
        Assert.Contains("pays", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MECH1007_TheCostIsTheSellersValue()
    {
        var found = await Expect.At("MECH1007", new Snippet(
            "[Mechanism, SingleItem, Efficient, SellerValue(10), Agents(2)] public partial class Sale { [Payment] static double [|Pay|]([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => 0; }"));
        Assert.Matches(@"^'Pay' does not cover the cost of serving: the payments at \(.*\) fall short of the cost by 10$", found.InvariantMessage());
    }

    [Fact]
    public async Task MECH1008_ClarkeNeedsAnExactMaximiser()
    {
        const string Rounded = "[Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) { int w = 0; for (int i = 1; i < bids.Length; i++) if (Math.Floor(bids[i] / 10) > Math.Floor(bids[w] / 10)) w = i; return w; }";
        const string Clarke = "[|ClarkePayment|](ReadOnlySpan<double> bids, int agent) { double best = 0, others = 0; for (int j = 0; j < bids.Length; j++) if (j != agent) { best = Math.Max(best, bids[j]); others += Winner(bids) == j ? bids[j] : 0; } return best - others; }";
        var found = await Expect.At("MECH1008", new Snippet(Paid(Clarke, allocation: Rounded)));
        Assert.StartsWith("'ClarkePayment' charges Clarke payments, but 'Winner' does not maximise welfare: the allocation at (", found.InvariantMessage(), StringComparison.Ordinal);
        await Expect.Silent("MECH1008", Paid(Clarke).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MECH1009_SaysWhatMisstatingGains()
    {
        var found = await Expect.FiresAt("MECH1009", Scored("Score([Between(0, 100)] double bid, [Between(.5, 1)] double [|quality|]) => bid * quality;"));
        Assert.Matches(@"^'Score' depends on 'quality', which the agent states itself: at bid [\d.]+ the score rises from [\d.]+ to [\d.]+ if it states quality 1 instead of 0.5; against a rival with score [\d.]+ it then pays [\d.]+, a gain of [\d.]+$", found.InvariantMessage());
    }

    [Fact]
    public Task MECH1009_ANumberThatChangesNothingMayBeStated() =>
        Expect.Silent("MECH1009", Scored("Score([Between(0, 100)] double bid, [Between(.5, 1)] double quality) => bid + 0 * quality;"));

    [Theory]
    [InlineData(
        "[Mechanism, SingleItem] public partial class Sale { [Score] static double Score([Between(0, 100)] double bid, [Between(.5, 1)] double quality) => bid * quality; }",
        "[Mechanism, SingleItem] public partial class Sale { [Score] static double Score([Between(0, 100)] double bid, [Between(.5, 1), Verified] double quality) => bid * quality; }")]
    [InlineData(
        "public record struct Ad([property: Report, Between(0, 100)] double Amount, [property: Between(.5, 1)] double Quality);\n[Mechanism, SingleItem] public partial class Sale { [Score] static double Score(Ad ad) => ad.Amount * ad.Quality; }",
        "public record struct Ad([property: Report, Between(0, 100)] double Amount, [property: Between(.5, 1), Verified] double Quality);\n[Mechanism, SingleItem] public partial class Sale { [Score] static double Score(Ad ad) => ad.Amount * ad.Quality; }")]
    public Task MECH1009_IsVerified(string before, string after) => Expect.Repairs("MECH1009", before, "Mark as [Verified]", after);

    [Theory]
    [InlineData("Score([Between(0, 100)] double bid) => bid * [|Random.Shared|].NextDouble();")]
    [InlineData("Score([Between(0, 100)] double bid) => bid + [|DateTime.Now|].Second;")]
    public async Task MECH1011_StandsAtTheConstruct(string score)
    {
        var marked = Scored(score);
        var snippet = new Snippet(marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
        var found = Assert.Single(await Analysis.Run(snippet), one => one.Id == "MECH1011");
        Assert.StartsWith("'Score' cannot be verified: ", found.InvariantMessage(), StringComparison.Ordinal);
        Assert.InRange(marked.IndexOf("[|", StringComparison.Ordinal), found.Location.SourceSpan.Start, found.Location.SourceSpan.End);
    }

    [Fact]
    public async Task MECH1013_NamesTheProfile()
    {
        var found = await Expect.FiresAt("MECH1013", "[Mechanism, SingleItem, Agents(3)] public partial class Sale { [Allocation] static bool[] [|Serve|]([Between(0, 100)] ReadOnlySpan<double> bids) { var s = new bool[bids.Length]; for (int i = 0; i < bids.Length; i++) s[i] = bids[i] >= 50; return s; } }");
        Assert.Matches(@"^'Serve' is infeasible: more is given away than there is at \(.*\), by \d$", found.InvariantMessage());
    }

    [Fact]
    public async Task MECH1015_SaysThatFeasibilityIsOpen()
    {
        const string Serve = "[Allocation] static bool[] [|Serve|]([Between(0, 100)] ReadOnlySpan<double> bids) { var s = new bool[bids.Length]; for (int i = 0; i < bids.Length; i++) { int better = 0; for (int j = 0; j < bids.Length; j++) if (bids[j] > bids[i] || (bids[j] == bids[i] && j < i)) better++; s[i] = better < 2; } return s; }";
        var found = await Expect.FiresAt("MECH1015", "[Mechanism, IdenticalItems(2)] public partial class Sale { " + Serve + " }");
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Matches("^'Serve' is not proved to give away at most what there is: it is proved with 1, 2(, \\d)+ agents only, .*; Run checks it and throws$", found.InvariantMessage());
        await Expect.Silent("MECH1015", "[Mechanism, IdenticalItems(2), Agents(3)] public partial class Sale { " + Serve.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal) + " }");
        await Expect.Silent("MECH1015", "[Mechanism, SingleItem] public partial class Sale { " + Argmax + " }");
    }

    [Fact]
    public async Task ASecondPriceAuctionWrittenByHand_KeepsItsPromisesForEveryNumber() => Assert.Empty(await Analysis.Run(Paid(
        $"Pay(ReadOnlySpan<double> bids, int agent) {{ if (Winner(bids) != agent) return 0; {SecondPrice} return p; }}",
        ", Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy)").Replace(", Agents(3)", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[|Score|]([Between(0, 100)] double bid) => 1 / (100 - bid);", "'Score' has no result on legal reports: the rule gives an infinite result at report 100")]
    [InlineData("[|Score|]([Between(0, 10)] int bid) => 10 / (bid - 5);", "'Score' has no result on legal reports: the rule throws DivideByZeroException at report 5")]
    public Task MECH1014_NamesTheReport(string score, string message) => Expect.Fires("MECH1014", Scored(score), message);

    [Fact]
    public async Task MECH2001_AClaimAboutOwnPaymentsIsRefuted()
    {
        var found = await Expect.At("MECH2001", new Snippet(Paid("Pay(ReadOnlySpan<double> bids, int agent) => Winner(bids) == agent ? bids[agent] : 0;", ", Guarantees([|DominantStrategyIncentiveCompatible|])")));
        Assert.StartsWith("'Sale' does not have the guarantee DominantStrategyIncentiveCompatible: bidder ", found.InvariantMessage(), StringComparison.Ordinal);
        Assert.Contains(" by reporting ", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MECH2002_AClaimThatIsOpenIsRefused()
    {
        var found = await Analysis.Run("[Mechanism, SingleItem, Agents(3), Guarantees(ExPostBudgetBalanced)] public partial class Sale { " + Argmax + " }");
        Assert.Contains(found, one => one.Id == "MECH2002" && one.InvariantMessage() == "'Sale' claims ExPostBudgetBalanced, which is not established: nothing is known about it under a rule of the user's own");
    }

    [Fact]
    public async Task MECH2002_APromiseOfTheProgramDoesNotRestOnRealNumbersWhereRoundingBreaksIt()
    {
        // 0.1 + 89.8 + 0.1 is 90 or a little less, by the order of the sum.
        const string Build = "[Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids) { double sum = 0; foreach (var bid in bids) sum += bid; var s = new bool[bids.Length]; for (int i = 0; i < s.Length; i++) s[i] = sum >= 90; return s; }";
        const string Pivot = "[Payment] static double Pay(ReadOnlySpan<double> bids, int agent) { double others = 0; for (int j = 0; j < bids.Length; j++) if (j != agent) others += bids[j]; return others + bids[agent] < 90 ? 0 : Math.Max(0, 90 - others); }";
        var found = await Analysis.Run($"[Mechanism, IdenticalItems(3), Agents(3), Guarantees(ExPostIndividuallyRational)] public partial class Sale {{ {Build} {Pivot} }}");
        var open = Assert.Single(found, one => one.Id == "MECH2002");
        Assert.Equal(
            "'Sale' claims ExPostIndividuallyRational, which is not established: it holds in real numbers, but as the rule is computed rounding breaks it: bidder 1 with value 89.8 in (0.1, [89.8], 0.1) pays 89.8 for an allocation worth 0",
            open.InvariantMessage());
    }

    [Fact]
    public async Task ClaimsThatAreProvedAreSilent() => Assert.Empty(await Analysis.Run(Paid(
        $"Pay(ReadOnlySpan<double> bids, int agent) {{ if (Winner(bids) != agent) return 0; {SecondPrice} return p; }}",
        ", Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy)")));

    [Fact]
    public async Task ClaimsThatFollowFromThresholdsAreSilent() => Assert.Empty(await Analysis.Run(
        $"[Mechanism, SingleItem, Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy, NoDeficit)] public partial class Sale {{ {Argmax} }}"));
}
