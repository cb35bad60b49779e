using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Automated;

/// <summary>
/// Automated mechanism design (Conitzer and Sandholm 2002) in exact arithmetic: the program of all mechanisms with the guarantees is divided by its
/// symmetries and solved, and the answer's certificate is checked against the whole program.
/// </summary>
public static class MechanismOptimiser
{
    /// <summary>The most cells (variables × constraints, alike agents counted once) of a program: beyond it a solution takes more than some seconds.</summary>
    public const long MostCells = 1_500_000;

    /// <summary>Answers that were asked for before are kept: one declaration is solved by the generator and by each analyzer, at every edit of it.</summary>
    private static readonly BoundedCache<DesignTask, DesignAnswer> Answers = new(64);

    /// <summary>The best mechanism.</summary>
    /// <param name="task">What is sought.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    public static DesignAnswer Solve(DesignTask task, CancellationToken cancellation) =>
        Answers.GetOrAdd(task, key =>
            key.Decision is not null ? PaymentSearch.Solve(key, cancellation)
            : key.Optimum.IsDeterministic ? DeterministicSearch.Solve(key, cancellation) : SolveLotteries(key, cancellation));

    /// <summary>The best mechanism if outcomes may be drawn.</summary>
    internal static DesignAnswer SolveLotteries(DesignTask task, CancellationToken cancellation)
    {
        var design = task.Design.Types.Agents == 0 ? throw new ArgumentException("There are no agents.", nameof(task)) : task.Design;
        var whole = task.Program();
        var (first, second) = task.Goals(whole);
        whole.Program.Maximise(first);
        var quotient = Quotient(task, whole);
        quotient.Maximise(first);
        var (variables, constraints) = (quotient.Program.Variables.Count, quotient.Program.Constraints.Count);
        if ((long)variables * constraints > MostCells)
        {
            return new DesignAnswer.Limit(variables, constraints, 0);
        }

        var answer = quotient.Program.Solve(cancellation);
        if (answer is LinearAnswer.Optimal best)
        {
            answer = best with { Primal = Preferred(quotient, best, second, cancellation) };
        }

        return Checked(task, whole, quotient.Lift(answer), (variables, constraints));
    }

    /// <summary>What an answer to the whole program says, checked.</summary>
    internal static DesignAnswer Checked(DesignTask task, MechanismProgram whole, LinearAnswer answer, (int Variables, int Constraints) size)
    {
        if (LinearCheck.FaultOf(whole.Program, answer) is { } fault)
        {
            throw new InvalidOperationException($"The certificate does not carry over to the whole program: {fault}");
        }

        var constraints = whole.Constraints.ToEquatableArray();
        switch (answer)
        {
            case LinearAnswer.Optimal(var value, var primal, var dual):
                return new DesignAnswer.Best(whole.Read(primal), value, value, constraints, dual, 1);
            case LinearAnswer.Infeasible(var multipliers):
                var total = whole.Program.Constraints.Select((constraint, index) => constraint.Bound * multipliers[index]).Aggregate(Fraction.Zero, (sum, term) => sum + term);
                return new DesignAnswer.Impossible(constraints, multipliers, -total);
            case LinearAnswer.Unbounded(_, var ray):
                return new DesignAnswer.Unbounded(Enumerable.Range(0, task.Design.Types.Profiles).Select(profile =>
                    Enumerable.Range(0, task.Design.Types.Agents).Select(agent => ray[whole.PaymentVariable(profile, agent)]).ToEquatableArray()).ToEquatableArray());
            default:
                return new DesignAnswer.Limit(size.Variables, size.Constraints, 0);
        }
    }

    /// <summary>Among the optima, one that is best by the second goal; the given one if that has no bound or takes too long.</summary>
    private static EquatableArray<Fraction> Preferred(QuotientProgram quotient, LinearAnswer.Optimal best, LinearForm second, CancellationToken cancellation)
    {
        var optima = PartialProgram.OptimaOf(quotient.Program, best);
        optima.Maximise(quotient.Image(second));
        return optima.Program.Solve(cancellation) is LinearAnswer.Optimal preferred ? optima.Point(preferred.Primal) : best.Primal;
    }

    private static QuotientProgram Quotient(DesignTask task, MechanismProgram whole)
    {
        var (design, types) = (task.Design, task.Design.Types);
        var places = Enumerable.Range(0, whole.Constraints.Count).ToDictionary(index => whole.Constraints[index]);
        List<int[]> variables = [];
        List<int[]> constraints = [];
        foreach (var symmetry in task.Symmetries.Where(symmetry => symmetry.Preserves(design, task.Prior) && task.IsKeptBy(symmetry)))
        {
            var images = new int[whole.Program.Variables.Count];
            for (var profile = 0; profile < types.Profiles; profile++)
            {
                var renamed = symmetry.Profile(types, profile);
                for (var agent = 0; agent < types.Agents; agent++)
                {
                    images[whole.PaymentVariable(profile, agent)] = whole.PaymentVariable(renamed, symmetry.Agents[agent]);
                }

                for (var outcome = 0; outcome < design.Outcomes; outcome++)
                {
                    images[whole.ChanceVariable(profile, outcome)] = whole.ChanceVariable(renamed, symmetry.Outcomes[outcome]);
                }
            }

            variables.Add(images);
            constraints.Add([.. whole.Constraints.Select(constraint => places[symmetry.Constraint(types, constraint)])]);
        }

        return new QuotientProgram(whole.Program, Orbits.Of(whole.Program.Variables.Count, variables), Orbits.Of(whole.Constraints.Count, constraints));
    }
}
