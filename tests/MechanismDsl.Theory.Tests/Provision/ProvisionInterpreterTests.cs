using CsCheck;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Tests.Bayesian;

namespace MechanismDsl.Theory.Tests.Provision;

/// <summary>The definition of a decision by scores against what is known of it otherwise.</summary>
public sealed class ProvisionInterpreterTests
{
    /// <summary>Uniform types with the one threshold sum s: built if the values sum to s, and then agent i pays s less the others' values, at least its lowest value.</summary>
    [Fact]
    public void Uniform_projects_have_a_threshold_sum() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4], Gen.Int[1, 12], Gen.Double[0, 1].Array[3], Gen.Bool).Sample(
            (low, width, cost, parts, isSecondBest) =>
            {
                var prior = new UniformPrior(low, low + width);
                var solved = (SolvedProvision)Solver.Solve(Markets.Project(cost, isSecondBest ? Objective.SecondBest : Objective.RevenueOptimal, prior, prior, prior), default);
                double[] values = [.. parts.Select(part => low + (width * part))];
                var outcome = new ProvisionInterpreter(solved).Run(values);
                var least = solved.LeastSum!.Value.ToDouble();
                if (Math.Abs(values.Sum() - least) < 1e-9)
                {
                    return;
                }

                Assert.Equal(values.Sum() > least, outcome.IsMade);
                for (var agent = 0; agent < values.Length; agent++)
                {
                    var others = values.Sum() - values[agent];
                    Assert.Equal(outcome.IsMade ? Math.Max(solved.Agents[agent].Floor, least - others) : 0, outcome.Payments[agent], 1e-9);
                }
            },
            iter: 2000);

    /// <summary>Truth is dominant and nobody loses, at ironed scores, too: the definition of a threshold, tried against lies.</summary>
    [Theory]
    [InlineData(Objective.SecondBest)]
    [InlineData(Objective.RevenueOptimal)]
    public void No_lie_pays(Objective goal)
    {
        var bimodal = new HistogramPrior([0, 3, 8], [.75, .25]);
        var interpreter = new ProvisionInterpreter((SolvedProvision)Solver.Solve(Markets.Trade(bimodal, bimodal, goal), default));
        Gen.Select(Gen.Double[0, 8].Array[2], Gen.Double[0, 8].Array[6]).Sample(
            (types, lies) =>
            {
                var truth = interpreter.Run(types);
                for (var agent = 0; agent < 2; agent++)
                {
                    double Utility(ProvisionOutcome outcome) => (outcome.IsMade ? agent == 0 ? -types[0] : types[1] : 0) - outcome.Payments[agent];
                    Assert.True(Utility(truth) >= -1e-9);
                    foreach (var lie in lies)
                    {
                        double[] reports = [.. types];
                        reports[agent] = lie;
                        Assert.True(Utility(interpreter.Run(reports)) <= Utility(truth) + 1e-9);
                    }
                }
            },
            iter: 1000);
    }
}
