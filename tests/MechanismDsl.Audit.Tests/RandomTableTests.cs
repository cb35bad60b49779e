using CsCheck;
using Fractions;
using MechanismDsl.Auditing.Tests.Mechanisms;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using TheoryGuarantee = MechanismDsl.Theory.Problems.Guarantee;

namespace MechanismDsl.Auditing.Tests;

/// <summary>Random mechanisms as tables: the audit of what runs says the same as the theory of the table, and as a loop over all profiles.</summary>
public sealed class RandomTableTests
{
    private static readonly AuditSetup _setup = new() { Agents = 2, Types = [[1, 2, 3]], Weights = [[1, 2, 3], [3, 1, 1]] };

    private static readonly Gen<Sale<long>[]> _tables = Gen.Select(Gen.Int[-1, 1], Gen.Long[-1, 3])
        .Select((winner, price) => winner < 0 ? Sale<long>.Unsold : new Sale<long>(winner, price)).Array[9];

    [Fact]
    public void The_audit_agrees_with_the_theory() => _tables.Sample(
        table =>
        {
            RandomTable.Table = table;
            var report = Audit.Exact<RandomTable>(_setup);
            var (mechanism, prior) = Theory(table);
            foreach (var guarantee in Enum.GetValues<TheoryGuarantee>())
            {
                var witness = FiniteGuarantees.Witness(mechanism, prior, guarantee);
                var finding = report[Enum.Parse<Law>(guarantee.ToString())];
                Assert.Equal(witness is null ? Verdict.Holds : Verdict.Broken, finding.Verdict);
                Assert.Equal(witness?.Loss.Reduce(), finding.Counterexample?.Gain);
            }
        },
        iter: 300);

    [Fact]
    public void The_gain_of_the_worst_lie_is_the_greatest() => _tables.Sample(
        table =>
        {
            RandomTable.Table = table;
            var greatest = 0L;
            for (var profile = 0; profile < 9; profile++)
            {
                for (var report = 0; report < 3; report++)
                {
                    greatest = Math.Max(greatest, Utility(table[(report * 3) + (profile % 3)], 0, (profile / 3) + 1) - Utility(table[profile], 0, (profile / 3) + 1));
                    greatest = Math.Max(greatest, Utility(table[(profile / 3 * 3) + report], 1, (profile % 3) + 1) - Utility(table[profile], 1, (profile % 3) + 1));
                }
            }

            Assert.Equal(new Fraction(greatest), Audit.Exact<RandomTable>(_setup)[Law.DominantStrategyIncentiveCompatible].Counterexample?.Gain ?? Fraction.Zero);

            // A search over the same nine profiles misses none of them.
            var found = Audit.Search<RandomTable>(_setup with { Profiles = 150 })[Law.DominantStrategyIncentiveCompatible];
            Assert.Equal(greatest > 0, found.Verdict == Verdict.Broken);
            Assert.True(found.Counterexample is null || found.Counterexample.Gain <= new Fraction(greatest));
        },
        iter: 60);

    private static long Utility(Sale<long> sale, int agent, long type) => sale.Winner == agent ? type - sale.Price : 0;

    private static (FiniteMechanism Mechanism, JointDistribution Prior) Theory(Sale<long>[] table)
    {
        EquatableArray<Fraction> types = [1, 2, 3];
        var lotteries = table.Select(sale => Enumerable.Range(0, 3).Select(outcome => outcome == (sale.Winner < 0 ? 2 : sale.Winner) ? Fraction.One : Fraction.Zero).ToEquatableArray()).ToEquatableArray();
        var payments = table.Select(sale => Enumerable.Range(0, 2).Select(agent => sale.Winner == agent ? new Fraction(sale.Price) : Fraction.Zero).ToEquatableArray()).ToEquatableArray();
        return (
            new FiniteMechanism(FiniteDesign.SingleItem([types, types], 0), lotteries, payments),
            JointDistribution.Independent([[1, 2, 3], [3, 1, 1]]));
    }
}
