using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>The scores of one agent at many values of one input, the others fixed.</summary>
internal sealed class ScoreAxis(RuleSystem system, int focus, int size, CancellationToken cancellation)
{
    // Dips of smooth scores lie where the score rises least.
    private const int Refinements = 6;

    private readonly OutcomeEvaluator _evaluator = new(system, traces: false, cancellation);
    private readonly Laws _laws = new(system);
    private readonly List<AgentOutcome> _points = [];
    private Profile _profile = new(system, 1);
    private int _agent;
    private Scalar? _failing;

    /// <summary>The points, ascending in the input.</summary>
    public IReadOnlyList<AgentOutcome> Points => _points;

    /// <summary>The evaluations that the last axis cost.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Chooses an axis and tabulates it.</summary>
    public void Tabulate(SamplePlan plan, Profile profile, int agent)
    {
        cancellation.ThrowIfCancellationRequested();
        (_profile, _agent, _failing) = (profile, agent, null);
        _points.Clear();
        Evaluations = 0;
        var pool = plan.Fill(profile, agent);
        var domain = system.Inputs[focus].DomainOf(agent);
        foreach (var value in plan.Axis(profile, 0, domain, pool, size))
        {
            Add(value, _points.Count);
        }

        for (var round = 0; round < Refinements && _points.Count >= 2; round++)
        {
            var flattest = Flattest();
            var middle = domain.Snap((_points[flattest].Report.ToNumber() / 2) + (_points[flattest + 1].Report.ToNumber() / 2));
            if (middle != _points[flattest].Report && middle != _points[flattest + 1].Report)
            {
                Add(middle, flattest + 1);
            }
        }
    }

    /// <summary>A pair of points (a point, for totality) that breaks the law, or null.</summary>
    public Candidate? Suspect(Property property)
    {
        if (property == Property.Total)
        {
            return _failing is { } value ? At(value, null) : null;
        }

        var worst = (Amount: 0.0, First: 0, Second: 0);
        var extreme = 0;
        for (var point = 1; point < _points.Count; point++)
        {
            // Against the highest score so far; for a supplier and for an input without influence the other way round as well.
            var amount = _laws.Violation(property, _points[extreme], _points[point]);
            worst = amount > worst.Amount ? (amount, extreme, point) : worst;
            var isHigher = OutcomeEvaluator.Compare(_points[point].Score, _points[extreme].Score) > 0;
            var isSupplier = system.Side == Theory.Problems.Side.Supplier;
            extreme = property == Property.MonotoneScore && isHigher != isSupplier ? point : extreme;
        }

        return worst.Amount > 0 ? Ordered(property, _points[worst.First].Report, _points[worst.Second].Report) : null;
    }

    /// <summary>The lower type first.</summary>
    private Candidate Ordered(Property property, Scalar low, Scalar high) =>
        property == Property.MonotoneScore && system.Side == Theory.Problems.Side.Supplier ? At(high, low) : At(low, high);

    private Candidate At(Scalar value, Scalar? other)
    {
        _profile.Set(focus, 0, value);
        return new Candidate(1, _agent, _profile.ToInputs(), other);
    }

    private void Add(Scalar value, int position)
    {
        Evaluations++;
        _profile.Set(focus, 0, value);
        if (_evaluator.TryScore(_profile, _agent, out var score))
        {
            _points.Insert(position, new(value, score.ToNumber(), 0, score));
        }
        else if (_evaluator.Failure is not null)
        {
            _failing ??= value;
        }
        else
        {
            Evaluations += OutcomeEvaluator.CostOfExhaustion;
        }
    }

    private int Flattest()
    {
        var (best, slope) = (0, double.PositiveInfinity);
        for (var point = 0; point + 1 < _points.Count; point++)
        {
            var (low, high) = (_points[point], _points[point + 1]);
            var rise = (high.Quantity - low.Quantity) / (system.TypeOf(high.Report) - system.TypeOf(low.Report));
            // A constant piece tells nothing more.
            if (rise != 0 && rise < slope)
            {
                (best, slope) = (point, rise);
            }
        }

        return best;
    }
}
