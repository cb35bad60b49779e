using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Tests.Evaluation;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>Random auctions with payments, right and wrong, through the prover alone: what is proved for every number is tried with three, four and five agents.</summary>
public class EveryNumberProgramTests(ITestOutputHelper output)
{
    private const int Programs = 240;

    private static readonly Property[] _laws = [Property.MonotoneAllocation, Property.IndividuallyRational, Property.Truthful, Property.NoSubsidy];

    [Fact]
    public void NothingThatIsProvedForEveryNumber_IsBrokenForOne()
    {
        var (proved, broken) = (0, 0);
        for (var seed = 0; seed < Programs; seed++)
        {
            var random = new SplitMix64(unchecked((ulong)seed * 0xD1342543DE82EF95UL));
            var (allocation, payment) = new RandomWinner(random, agents: 3).WithPayment();
            var system = Systems.OfAllocation(allocation, AllocationForm.Winner, new AgentRange(3, null), new Domain.Interval(0, 64)) with { Payment = payment };
            foreach (var law in _laws)
            {
                var question = new Question(law, system);
                var isProved = Tier.Quick.Prove(question, default) is Verdict.Proved { Scope: var scope } && scope.Covers(system.Agents);
                // Rules with tables are about three agents; they are never proved for more.
                var violation = Enumerable.Range(3, isProved ? 3 : 1).Select(agents => BruteForce.Violation(question with { System = system with { Agents = new AgentRange(agents, agents) } })).FirstOrDefault(found => found is not null);
                Assert.False(isProved && violation is not null, $"{seed} {law}: {violation}");
                proved += isProved ? 1 : 0;
                broken += violation is not null ? 1 : 0;
            }
        }

        output.WriteLine($"{proved} proved for every number, {broken} broken, of {Programs * _laws.Length}");
        Assert.InRange(proved, Programs, Programs * 3);
        Assert.InRange(broken, Programs / 2, Programs * 3);
    }
}
