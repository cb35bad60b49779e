using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>What one agent gets and pays at many reports of its own, the others' reports fixed; and what everybody gets at some of them.</summary>
internal sealed class OutcomeAxis(RuleSystem system, int size, HashSet<Property> asked, CancellationToken cancellation)
{
    // Halvings that lead from one end of the doubles' order to two neighbours.
    private const int MostHalvings = 64;

    // A threshold is located to the last bit on every so many axes.
    private const int LocatingInterval = 6;

    private readonly int _focus = system.ReportInput();
    private readonly OutcomeEvaluator _evaluator = new(system, traces: false, cancellation);
    private readonly Laws _laws = new(system);
    private readonly List<AgentOutcome> _points = [];
    private readonly Dictionary<Property, Scalar> _broken = [];
    private Profile _profile = new(system, system.Agents.Min);
    private int _focal;
    private int _turn;

    /// <summary>The points, ascending in the report.</summary>
    public IReadOnlyList<AgentOutcome> Points => _points;

    /// <summary>The evaluations that the last axis cost.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Chooses an axis and tabulates it.</summary>
    public void Tabulate(SamplePlan plan, int agents, int focal)
    {
        cancellation.ThrowIfCancellationRequested();
        _profile = new Profile(system, agents);
        _focal = focal;
        _points.Clear();
        _broken.Clear();
        Evaluations = 0;
        var pool = plan.Fill(_profile, 0);
        var domain = system.Inputs[_focus].DomainOf(focal);
        var reports = plan.Axis(_profile, focal, domain, pool, size);
        for (var position = 0; position < reports.Length; position++)
        {
            if (TryOutcome(reports[position], withAll: position % 5 == 0, out var outcome))
            {
                _points.Add(outcome);
            }
        }

        if (_turn++ % LocatingInterval == 0)
        {
            LocateThreshold(domain);
        }
    }

    /// <summary>Reports that break the law, or null.</summary>
    public Candidate? Suspect(Property property)
    {
        if (!property.ComparesTwo())
        {
            return _broken.TryGetValue(property, out var report) ? At(report, null) : null;
        }

        if (property.IsAboutPayments() && system.Payment is null)
        {
            return null;
        }

        var worst = (Amount: 0.0, First: 0, Second: 0);
        for (var first = 0; first < _points.Count; first++)
        {
            for (var second = 0; second < _points.Count; second++)
            {
                var amount = first == second ? 0 : _laws.Violation(property, _points[first], _points[second]);
                worst = amount > worst.Amount ? (amount, first, second) : worst;
            }
        }

        if (worst.Amount == 0)
        {
            return null;
        }

        var (one, two) = (_points[worst.First].Report, _points[worst.Second].Report);
        // A truthful report comes first; otherwise the lower type does.
        return property == Property.Truthful || system.TypeOf(one) < system.TypeOf(two) ? At(one, two) : At(two, one);
    }

    private Candidate At(Scalar report, Scalar? other)
    {
        _profile.Set(_focus, _focal, report);
        return new Candidate(_profile.Agents, _focal, _profile.ToInputs(), other);
    }

    private bool TryOutcome(Scalar report, bool withAll, out AgentOutcome outcome)
    {
        Evaluations++;
        _profile.Set(_focus, _focal, report);
        outcome = default;
        if (!_evaluator.TryAllocate(_profile))
        {
            return NoteFailure(report);
        }

        var (quantity, payment) = (_evaluator.Quantities[_focal], 0.0);
        if (system.Payment is not null && !_evaluator.TryPay(_profile, _focal, out payment))
        {
            return NoteFailure(report);
        }

        outcome = new(report, quantity, payment, default);
        Note(Property.Feasible, _laws.Excess(_evaluator.Quantities), report);
        if (asked.Contains(Property.Efficient))
        {
            Note(Property.Efficient, _laws.LostWelfare(Types(), _evaluator.Quantities), report);
        }

        if (system.Payment is not null)
        {
            Note(Property.IndividuallyRational, _laws.Loss(outcome), report);
            Note(Property.NoSubsidy, _laws.Subsidy(outcome), report);
            if (withAll)
            {
                NoteBalance(report);
            }
        }

        return true;
    }

    private void NoteBalance(Scalar report)
    {
        var payments = new double[_profile.Agents];
        for (var agent = 0; agent < payments.Length; agent++)
        {
            if (!_evaluator.TryPay(_profile, agent, out payments[agent]))
            {
                NoteFailure(report);
                return;
            }
        }

        Note(Property.NoDeficit, _laws.Imbalance(_evaluator.Quantities, payments, alsoSurplus: false), report);
        Note(Property.BudgetBalanced, _laws.Imbalance(_evaluator.Quantities, payments, alsoSurplus: true), report);
    }

    private bool NoteFailure(Scalar report)
    {
        if (_evaluator.Failure is not null)
        {
            Note(Property.Total, 1, report);
        }
        else
        {
            Evaluations += OutcomeEvaluator.CostOfExhaustion;
        }

        return false;
    }

    private void Note(Property property, double violation, Scalar report)
    {
        if (violation > 0 && !_broken.ContainsKey(property))
        {
            _broken.Add(property, report);
        }
    }

    private double[] Types()
    {
        var types = new double[_profile.Agents];
        for (var agent = 0; agent < types.Length; agent++)
        {
            types[agent] = system.TypeOf(_profile.Get(_focus, agent));
        }

        return types;
    }

    /// <summary>Adds the two neighbouring reports between which the quantity first changes: payments go wrong there.</summary>
    private void LocateThreshold(Domain domain)
    {
        for (var point = 0; point + 1 < _points.Count; point++)
        {
            var (low, high) = (_points[point], _points[point + 1]);
            if (low.Quantity == high.Quantity)
            {
                continue;
            }

            for (var halving = 0; halving < MostHalvings && domain.TryMidpoint(low.Report, high.Report, out var middle); halving++)
            {
                if (!TryOutcome(middle, withAll: false, out var outcome))
                {
                    return;
                }

                (low, high) = outcome.Quantity == low.Quantity ? (outcome, high) : (low, outcome);
            }

            _points.Insert(point + 1, low);
            _points.Insert(point + 2, high);
            return;
        }
    }
}
