using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Order;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Proving;

/// <summary>
/// Walks all paths of a case, depth first, by replay: a path is the list of its decisions, and the next one starts anew with the last open
/// decision turned round. Only the order of the path is kept at each fork, so nothing of the execution is ever copied. A decision that the facts
/// entail is no fork; this is what prunes the second run by the first one.
/// </summary>
internal sealed class PathSearch : IDecisions
{
    // A step is about as much work as so many comparisons that were not known before.
    private const long ComparisonsPerStep = 10;

    private readonly ProofCase _case;
    private readonly ObligationSolver _solver;
    private readonly ProofLimits _limits;
    private readonly Budget _budget;
    private readonly ProofTranscript _transcript;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Decision> _script = [];
    private readonly List<Fact> _facts;
    private PathOrder _order;
    private int _position;
    private long _steps;
    private long _comparisonsPaid;

    /// <summary>A search through the paths of a case.</summary>
    public PathSearch(ProofCase @case, ObligationSolver solver, ProofLimits limits, Budget budget, ProofTranscript transcript, CancellationToken cancellationToken)
    {
        _case = @case;
        _solver = solver;
        _limits = limits;
        _budget = budget;
        _transcript = transcript;
        _cancellationToken = cancellationToken;
        _facts = [.. @case.Assumptions];
        _order = new PathOrder(new StaticOrder());
        foreach (var fact in _facts)
        {
            _order.Add(fact);
        }
    }

    /// <summary>The arithmetic of what has been closed so far.</summary>
    public Arithmetic Arithmetic { get; private set; } = Arithmetic.Exact;

    /// <summary>The order of the present path.</summary>
    public PathOrder Order => _order;

    /// <summary>The first obligation that stayed open; null while there is none.</summary>
    public OpenObligation? Open { get; private set; }

    /// <summary>Walks the paths until all are closed, one obligation stays open, or the limits are reached; see <see cref="Open"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Run()
    {
        do
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (!_budget.TrySpend(_limits.StepsPerPath))
            {
                Open ??= new OpenObligation("there are more paths than the prover follows; most of them part here", BusiestSite(), null);
                return;
            }

            RunPath();

            // Each path runs from its beginning, and a long one costs more.
            _budget.TrySpend(Math.Max(0, _steps - _limits.StepsPerPath));
        }
        while (Open is null && Backtrack());
    }

    /// <summary>Runs the path on which <see cref="Open"/> stayed open once more, so that the pool knows where in the source its terms come from.</summary>
    public void Retrace()
    {
        _case.Pool.RecordSites();
        RunPath();
    }

    /// <inheritdoc/>
    public bool Decide(Fact question)
    {
        if (_position < _script.Count)
        {
            return _script[_position++].Value;
        }

        _position++;
        if (_order.Decide(question.Relation, question.Left, question.Right) is { } entailed)
        {
            _script.Add(new Decision(question, entailed, null, _facts.Count));
            return entailed;
        }

        _script.Add(new Decision(question, true, _order.Clone(), _facts.Count));
        Assume(question);
        PayForComparisons();
        return true;
    }

    /// <inheritdoc/>
    public void Require(Goal goal, string words, int site)
    {
        // What was demanded before the last fork has been settled when the path came by for the first time.
        if (_position < _script.Count || Open is not null)
        {
            return;
        }

        var obligation = new Obligation(_case.Pool, [.. _facts], goal, words, site);
        switch (_solver.Settle(obligation, _order, _budget, _limits.StepsPerStage, _cancellationToken))
        {
            case StageResult.Closed closed:
                Arithmetic = closed.Arithmetic == Arithmetic.Real ? Arithmetic.Real : Arithmetic;
                _transcript.Closed(obligation, closed);
                break;
            case StageResult.Witness witness:
                Open = new OpenObligation(words, site, witness.Values, obligation);
                break;
            default:
                Open = new OpenObligation(words, site, null, obligation);
                break;
        }
    }

    /// <inheritdoc/>
    public void Step()
    {
        if ((++_steps & 255) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        if (_steps > _limits.LongestPath)
        {
            throw new FuelExhaustedException("a loop runs longer than the prover follows");
        }
    }

    private void RunPath()
    {
        _position = 0;
        _steps = 0;
        try
        {
            _case.Execute(this);
        }
        catch (RuleFailureException failure)
        {
            Require(new Goal.Impossible(), failure.Words, failure.Site);
        }
        catch (FuelExhaustedException exhausted)
        {
            Open ??= new OpenObligation(exhausted.Words, exhausted.Site, null);
        }

        if (_order.UsesReals)
        {
            Arithmetic = Arithmetic.Real;
        }
    }

    // The branch that the present path has decided most often.
    private int BusiestSite() => _script
        .Where(decision => decision.Question.Site >= 0)
        .GroupBy(decision => decision.Question.Site)
        .OrderByDescending(group => group.Count())
        .Select(group => group.Key)
        .DefaultIfEmpty(-1)
        .First();

    // Turns the last fork round; false if there is none.
    private bool Backtrack()
    {
        while (_script.Count > 0)
        {
            var last = _script[_script.Count - 1];
            _script.RemoveAt(_script.Count - 1);
            if (last is { Before: { } before, Value: true })
            {
                _facts.RemoveRange(last.FactsBefore, _facts.Count - last.FactsBefore);
                _order = before;
                _script.Add(last with { Value = false, Before = null });
                Assume(last.Question.Negated);
                return true;
            }
        }

        return false;
    }

    // Paths differ in what they cost: one through a loop that parts in every round compares many terms.
    private void PayForComparisons()
    {
        var steps = (_order.Comparisons - _comparisonsPaid) / ComparisonsPerStep;
        _comparisonsPaid += steps * ComparisonsPerStep;
        if (!_budget.TrySpend(steps))
        {
            throw new FuelExhaustedException("there are more comparisons of values than the prover makes; most of them here", BusiestSite());
        }
    }

    private void Assume(Fact fact)
    {
        _facts.Add(fact);
        _order.Add(fact);
    }

    private sealed record Decision(Fact Question, bool Value, PathOrder? Before, int FactsBefore);
}

/// <summary>An obligation that no stage could close.</summary>
/// <param name="Words">The goal in words, as a clause.</param>
/// <param name="Site">The place in the source, −1 if none.</param>
/// <param name="Witness">Values that a stage proposes as a counterexample; null if none did.</param>
/// <param name="Obligation">The obligation itself; null if none was reached.</param>
internal sealed record OpenObligation(string Words, int Site, IReadOnlyDictionary<Term.Symbol, Scalar>? Witness, Obligation? Obligation = null);
