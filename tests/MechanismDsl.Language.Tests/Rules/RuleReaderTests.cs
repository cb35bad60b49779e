using MechanismDsl.Language.Rules;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Tests.Rules;

/// <summary>What a rule is made of: its parameters and roles, its canonical text, and where its nodes are in the source.</summary>
public sealed class RuleReaderTests
{
    [Fact]
    public void Names_comments_and_layout_are_no_part_of_a_rule()
    {
        var (first, _) = Read("static int Rule(double[] b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; }");
        var (second, _) = Read("""
            static int Rule(double[] offers)
            {
                // the highest offer wins
                var best = 0;
                for (var k = 1; (k < offers.Length); k++)
                {
                    if (offers[k] > offers[best]) { best = k; }
                }

                return best;
            }
            """);
        Assert.Equal(first.Rule, second.Rule);
        Assert.Equal(first.Sites.Sites.Count, second.Sites.Sites.Count);
        Assert.Equal(
            "(rule (Reports a0:Double) {(= v1:Int32 0)(= v2:Int32 1)(block 0 {(loop {(if (Less v2:Int32 (length a0:Double)) {} {(leave 0)})(block 1 {(if (Less ([] a0:Double v1:Int32) ([] a0:Double v2:Int32)) {(= v1:Int32 v2:Int32)} {})})(= v2:Int32 (Add v2:Int32 1))})})(= v3:Int32 v1:Int32)} v3:Int32)",
            first.Rule!.Text);
    }

    [Fact]
    public void A_site_is_where_the_node_is_in_the_source()
    {
        var (reading, source) = Read("static double Twice(double x) => x + x; static double Rule(double[] b) => b[0] > 3 ? Twice(b[1]) : 1;");
        var places = Enumerable.Range(0, reading.Sites.Sites.Count)
            .Select(site => reading.Sites.Locate(site, source.Compilation))
            .Select(location => location?.SourceTree!.GetText().ToString(location.SourceSpan));
        Assert.Contains("b[0] > 3", places);
        Assert.Contains("x + x", places);
        Assert.Equal(2, reading.Sites.Members.Count);
        Assert.Null(reading.Sites.Locate(reading.Sites.Sites.Count, source.Compilation));
    }

    [Fact]
    public void The_numbers_of_a_record_are_parameters_of_their_own()
    {
        const string Bid = "public record struct Offer([property: Report] double Amount, double Quality, string Name); ";
        var source = Source.Of(Bid + """
            [Mechanism] partial class X
            {
                [Score] static double Score(Offer offer) => offer.Amount * offer.Quality;
                [Allocation] static void Serve(ReadOnlySpan<Offer> offers, Span<bool> served) { for (var i = 0; i < offers.Length; i++) served[i] = offers[i].Amount > 3; }
                [Payment] static double Pay(ReadOnlySpan<Offer> offers, int agent) => offers[agent].Quality;
            }
            """);
        ReportField[] fields = [new("Amount", NumberKind.Double, 0, 100, FieldRole.Report), new("Quality", NumberKind.Double, 0, 1, FieldRole.Verified)];
        var rules = MechanismRules.Read(source.Mechanism, new OwnRules(AllocationForm.Served, [.. fields]), source.Compilation, CancellationToken.None);
        Assert.Equal("(rule (Report v0:Double) (Public v1:Double) {(= v2:Double (Multiply v0:Double v1:Double))} v2:Double)", rules.Score!.Rule!.Text);
        Assert.Equal([ParameterRole.Reports, ParameterRole.PublicOfAgents, ParameterRole.Output], rules.Allocation!.Rule!.Parameters.Select(parameter => parameter.Role));
        Assert.Equal(rules.Allocation.Rule.Parameters[2].Variable, rules.Allocation.Rule.Result);
        Assert.Equal("(rule (Reports a0:Double) (PublicOfAgents a1:Double) (Agent v2:Int32) {(= v3:Double ([] a1:Double v2:Int32))} v3:Double)", rules.Payment!.Rule!.Text);
    }

    [Fact]
    public void A_member_that_is_no_number_of_the_report_cannot_be_read()
    {
        var source = Source.Of("""
            public record struct Offer(double Amount, double Secret);
            [Mechanism] partial class X { [Score] static double Score(Offer offer) => offer.Amount + offer.Secret; }
            """);
        var rules = MechanismRules.Read(source.Mechanism, new OwnRules(AllocationForm.Winner, [new("Amount", NumberKind.Double, 0, 100, FieldRole.Report)]), source.Compilation, CancellationToken.None);
        Assert.Equal("member Offer.Secret, which is no number of the report", rules.Score!.Refusal!.Words);
        Assert.Null(rules.Payment);
    }

    [Theory]
    [InlineData("=> ")]
    [InlineData("=> b[0] +;")]
    [InlineData("{ for (int i = 0; i < ; i++) { return ")]
    [InlineData("{ foreach (var x in ) return 1; return 0; }")]
    [InlineData("{ var (x, ) = b; return x; }")]
    [InlineData("=> b.Select(x => ).Sum();")]
    [InlineData("{ double y; return y switch { > => 1, _ => }; }")]
    [InlineData("{ static double F(double x) => ; return F(b[0]); }")]
    [InlineData("=> new { b[0] }.;")]
    [InlineData("")]
    public void Half_written_rules_are_refused(string body)
    {
        var source = Source.Incomplete($"using System.Linq; [Mechanism] partial class X {{ static double Rule(double[] b) {body} }}");
        Assert.NotNull(Read(source).Refusal);
    }

    private static (RuleReading Reading, Source Source) Read(string members)
    {
        var source = Source.Of($"[Mechanism] partial class X {{ {members} }}");
        return (Read(source), source);
    }

    private static RuleReading Read(Source source)
    {
        var method = source.Mechanism.GetMembers("Rule").OfType<IMethodSymbol>().Single();
        return RuleReader.Read(method, Difference.Roles(method), source.Compilation.GetSemanticModel(method.DeclaringSyntaxReferences[0].SyntaxTree), CancellationToken.None);
    }
}
