using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Automated;

/// <summary>
/// The best mechanism without lotteries, by branch and bound (Land and Doig 1960) on the exact program: where an optimal lottery is not certain, either its likeliest
/// outcome is chosen or excluded. What is cut off is cut off by a program's exact optimum or contradiction, each with a checked certificate.
/// </summary>
internal sealed class DeterministicSearch
{
    /// <summary>The most programs: the work of one grows with its cells.</summary>
    private const int MostPrograms = 400;

    private const long MostWork = 12_000_000;

    private readonly DesignTask _task;
    private readonly MechanismProgram _whole;
    private readonly LinearForm _goal;
    private readonly CancellationToken _cancellation;
    private readonly bool[][] _excluded;
    private readonly int _most;
    private int _programs;
    private Fraction? _value;
    private EquatableArray<EquatableArray<Fraction>> _allocation;

    private DeterministicSearch(DesignTask task, CancellationToken cancellation)
    {
        (_task, _cancellation) = (task, cancellation);
        _whole = task.Program();
        (_goal, _) = task.Goals(_whole);
        _excluded = [.. Enumerable.Range(0, task.Design.Types.Profiles).Select(_ => new bool[task.Design.Outcomes])];
        _most = (int)Math.Max(20, Math.Min(MostPrograms, MostWork / Math.Max(1, Cells)));
    }

    private long Cells => (long)_whole.Program.Variables.Count * _whole.Program.Constraints.Count;

    /// <summary>The best mechanism.</summary>
    public static DesignAnswer Solve(DesignTask task, CancellationToken cancellation)
    {
        var relaxed = MechanismOptimiser.SolveLotteries(task, cancellation);
        if (relaxed is not DesignAnswer.Best bound)
        {
            return relaxed;
        }

        var search = new DeterministicSearch(task, cancellation);
        if (search.Cells > MechanismOptimiser.MostCells || !search.Branch(bound.Value))
        {
            return new DesignAnswer.Limit(search._whole.Program.Variables.Count, search._whole.Program.Constraints.Count, search._programs);
        }

        return search._value is null
            ? new DesignAnswer.Impossible(search._whole.Constraints.ToEquatableArray(), [], Fraction.Zero)
            : PaymentSearch.Of(task, search._allocation, cancellation) is DesignAnswer.Best best
            ? best with { Value = search._value.Value, Relaxation = bound.Value, Programs = search._programs + 2 }
            : new DesignAnswer.Limit(search._whole.Program.Variables.Count, search._whole.Program.Constraints.Count, search._programs);
    }

    /// <summary>Searches what is not excluded; false if the budget was spent.</summary>
    private bool Branch(Fraction bound)
    {
        if (_programs == _most)
        {
            return false;
        }

        _programs++;
        var program = PartialProgram.Without(_whole.Program, IsExcluded().Contains);
        program.Maximise(_goal);
        switch (program.Program.Solve(_cancellation))
        {
            case LinearAnswer.Infeasible:
                return true;
            case LinearAnswer.Optimal(var value, var primal, _):
                return (_value is { } known && value <= known) || Split(bound, value, _whole.Read(program.Point(primal)));
            default:
                return false;
        }
    }

    private bool Split(Fraction bound, Fraction value, FiniteMechanism mechanism)
    {
        var (profile, outcome, chance) = (-1, -1, Fraction.Zero);
        for (var at = 0; at < mechanism.Lotteries.Count; at++)
        {
            var likeliest = mechanism.Lotteries[at].Max();
            if (likeliest != Fraction.One && likeliest > chance)
            {
                (profile, outcome, chance) = (at, mechanism.Lotteries[at].AsSpan().IndexOf(likeliest), likeliest);
            }
        }

        if (profile < 0)
        {
            (_value, _allocation) = (value, mechanism.Lotteries);
            return true;
        }

        // First the outcome alone, then all others; equally good mechanisms need no second look.
        var open = (bool[])_excluded[profile].Clone();
        for (var other = 0; other < open.Length; other++)
        {
            _excluded[profile][other] = other != outcome;
        }

        var isComplete = Branch(bound);
        open.CopyTo(_excluded[profile], 0);
        if (isComplete && _value != bound && (_value is not { } known || known < value))
        {
            _excluded[profile][outcome] = true;
            isComplete = Branch(bound);
            _excluded[profile][outcome] = false;
        }

        return isComplete;
    }

    private HashSet<int> IsExcluded()
    {
        HashSet<int> variables = [];
        for (var profile = 0; profile < _excluded.Length; profile++)
        {
            for (var outcome = 0; outcome < _excluded[profile].Length; outcome++)
            {
                if (_excluded[profile][outcome])
                {
                    variables.Add(_whole.ChanceVariable(profile, outcome));
                }
            }
        }

        return variables;
    }
}
