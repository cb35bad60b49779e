using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>
/// The greatest expected surplus of an efficient choice among finitely many outcomes, with finitely many types: over all payments that make truth a best reply and every
/// type take part, and over all lotteries between outcomes that are efficient at the same profile. An exact linear program (Conitzer and Sandholm 2002), whose payments
/// are shortest paths where no two outcomes tie (Rochet 1987).
/// </summary>
internal sealed class ChoicePossibility
{
    /// <summary>What the answer rests on.</summary>
    public const string Theorem = "an exact linear program over all efficient mechanisms for these types (Conitzer and Sandholm 2002)";

    /// <summary>More lotteries than these are not optimised over.</summary>
    private const int MostLotteries = 250;

    private readonly ChoiceTable _table;
    private readonly Fraction[] _costs;
    private readonly Problem _problem;
    private readonly int[][] _efficient;

    private ChoicePossibility(Problem problem, ChoiceTable table, CancellationToken cancellation)
    {
        _table = table;
        var interpreter = new ChoiceInterpreter(problem);
        _costs = [.. Enumerable.Range(0, interpreter.Outcomes.Count).Select(interpreter.Cost)];
        _problem = problem;
        _efficient = new int[table.Candidates.Profiles][];
        for (var profile = 0; profile < _efficient.Length; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (at, values) = (profile, table.ValuesAt(profile));
            _efficient[profile] = [.. Enumerable.Range(0, _costs.Length).Where(outcome => values.Aggregate(-_costs[outcome], (sum, row) => sum + row[outcome]) == table.Welfare[at])];
        }
    }

    private Beliefs Beliefs => _table.Mechanism.Beliefs;

    /// <summary>The answer; silent where types are not finitely many.</summary>
    /// <param name="problem">A problem over finitely many outcomes with independent priors.</param>
    /// <param name="agents">How many agents take part.</param>
    /// <param name="cancellation">Checked at every profile, and at every pivot.</param>
    public static Possibility Of(Problem problem, EquatableArray<Agent> agents, CancellationToken cancellation)
    {
        if (Candidates.Of(problem, agents.Count) is not { AreAll: true, HavePriors: true } candidates || !candidates.IsFeasible(((Alternatives)problem.Environment.Feasible).Names.Count))
        {
            return new Possibility.Silent("finitely many types with priors, and not too many profiles of them, are needed");
        }

        if (candidates.Agents.Any(agent => agent.Any(type => type.Mass.IsZero)))
        {
            return new Possibility.Silent("a type without probability may be paid anything");
        }

        return new ChoicePossibility(problem, ChoiceTable.Of(problem with { Payments = new PaymentRule.Clarke() }, candidates, cancellation), cancellation).Answer(cancellation);
    }

    private Possibility Answer(CancellationToken cancellation)
    {
        var welfare = Expected(profile => _table.Welfare[profile]);
        var first = First(cancellation);
        var tied = Enumerable.Range(0, _efficient.Length).Where(profile => _efficient[profile].Length > 1).ToList();
        if (!first.IsNegative)
        {
            return new Possibility.Possible(Amount.Of(first));
        }

        if (tied.Count == 0)
        {
            return new Possibility.Impossible(Theorem, Amount.Of(first), Amount.Of(welfare), []);
        }

        return tied.Sum(profile => _efficient[profile].Length) > MostLotteries ? new Possibility.Silent("too many outcomes are efficient at the same profiles")
            : Program(tied).Solve(cancellation) is not LinearAnswer.Optimal(var value, _, _) ? new Possibility.Silent("the linear program was not solved within its limit of steps")
            : value.IsNegative ? new Possibility.Impossible(Theorem, Amount.Of(value), Amount.Of(welfare), [])
            : new Possibility.Possible(Amount.Of(value));
    }

    /// <summary>The surplus if the first of several efficient outcomes is chosen.</summary>
    private Fraction First(CancellationToken cancellation)
    {
        var tables = InterimTable.Of(_table.Mechanism, cancellation);
        var surplus = -Expected(profile => _costs[_table.Mechanism.Chosen[profile]]);
        for (var agent = 0; agent < tables.Count; agent++)
        {
            var payments = FiniteTransfers.Greatest([.. tables[agent].Worth.Select(row => row.ToArray())], [.. tables[agent].Worth.Select((_, type) => OutsideOptions.Of(_problem, agent, type))])
                ?? throw new InvalidOperationException("An efficient choice has truthful payments (Groves 1973).");
            surplus += Beliefs.Mean(agent, payments.ToEquatableArray());
        }

        return surplus;
    }

    /// <summary>Maximises the surplus over interim payments, one a type, and over lotteries at the profiles that tie.</summary>
    private LinearProgram Program(List<int> tied)
    {
        var program = new LinearProgram();
        var types = Beliefs.Types;
        var payments = Enumerable.Range(0, types.Agents)
            .Select(agent => Enumerable.Range(0, types.Counts[agent]).Select(type => program.AddFreeVariable(FormattableString.Invariant($"payment {agent} {type}"))).ToArray())
            .ToArray();
        var lotteries = tied.ToDictionary(
            profile => profile,
            profile => _efficient[profile].ToDictionary(outcome => outcome, outcome => program.AddVariable(FormattableString.Invariant($"chance {profile} {outcome}"))));
        foreach (var pair in lotteries)
        {
            program.Constrain("chances", pair.Value.Values.Aggregate(new LinearForm(), (sum, variable) => sum.Add(variable, 1)), Relation.Equal, Fraction.One);
        }

        for (var agent = 0; agent < types.Agents; agent++)
        {
            for (var type = 0; type < types.Counts[agent]; type++)
            {
                var (truth, constant) = Utility(agent, type, type);
                program.Constrain("takes part", truth, Relation.AtLeast, OutsideOptions.Of(_problem, agent, type) - constant);
                foreach (var report in Enumerable.Range(0, types.Counts[agent]).Where(report => report != type))
                {
                    var (lie, other) = Utility(agent, type, report);
                    program.Constrain("is truthful", new LinearForm().Add(truth, 1).Add(lie, -1), Relation.AtLeast, other - constant);
                }
            }
        }

        // The surplus is what is paid less what is expected to be spent; the certain part of the cost is a variable fixed at one.
        var (objective, spent) = (new LinearForm(), program.AddVariable("one"));
        program.Constrain("one", new LinearForm().Add(spent, 1), Relation.Equal, Fraction.One);
        for (var agent = 0; agent < types.Agents; agent++)
        {
            for (var type = 0; type < types.Counts[agent]; type++)
            {
                objective.Add(payments[agent][type], Beliefs.Masses[agent][type]);
            }
        }

        for (var profile = 0; profile < types.Profiles; profile++)
        {
            AddWorth(objective, spent, profile, Beliefs.Mass(profile), outcome => -_costs[outcome]);
        }

        program.Maximise(objective);
        return program;

        // What a type expects of a report: a form, and the part of it that is certain.
        (LinearForm Form, Fraction Constant) Utility(int agent, int type, int report)
        {
            var (form, constant) = (new LinearForm().Add(payments[agent][report], -1), Fraction.Zero);
            for (var others = 0; others < types.Others(agent); others++)
            {
                var profile = types.Join(agent, report, others);
                var mass = Beliefs.MassGiven(profile, agent);
                if (lotteries.TryGetValue(profile, out var lottery))
                {
                    foreach (var chance in lottery)
                    {
                        form.Add(chance.Value, mass * _table.Mechanism.Values[agent][type][chance.Key]);
                    }
                }
                else
                {
                    constant += mass * _table.Mechanism.Values[agent][type][_table.Mechanism.Chosen[profile]];
                }
            }

            return (form, constant);
        }

        void AddWorth(LinearForm form, int one, int profile, Fraction mass, Func<int, Fraction> worth)
        {
            if (lotteries.TryGetValue(profile, out var lottery))
            {
                foreach (var chance in lottery)
                {
                    form.Add(chance.Value, mass * worth(chance.Key));
                }
            }
            else
            {
                form.Add(one, mass * worth(_table.Mechanism.Chosen[profile]));
            }
        }
    }

    private Fraction Expected(Func<int, Fraction> amount) =>
        Enumerable.Range(0, _efficient.Length).Aggregate(Fraction.Zero, (sum, profile) => sum + (Beliefs.Mass(profile) * amount(profile)));
}
