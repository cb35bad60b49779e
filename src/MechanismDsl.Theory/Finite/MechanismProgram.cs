using Fractions;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Finite;

/// <summary>What one constraint of a mechanism's program says.</summary>
/// <param name="Guarantee">The guarantee it belongs to; null: the chances of a lottery add up to one.</param>
/// <param name="Profile">The profile of true types; −1 where it speaks of expectations.</param>
/// <param name="Agent">Whose constraint it is; −1 for lotteries and budgets.</param>
/// <param name="Type">The agent's true type; −1 without one.</param>
/// <param name="Report">The lie it excludes; −1 without one.</param>
public sealed record DesignConstraint(Guarantee? Guarantee, int Profile, int Agent, int Type, int Report);

/// <summary>
/// Automated mechanism design (Conitzer and Sandholm 2002): a linear program whose points are the mechanisms of a finite design that have given guarantees.
/// Variables are the payments of every profile and agent, free, and the lottery over outcomes of every profile, unless the allocation is fixed.
/// </summary>
public sealed class MechanismProgram
{
    private readonly List<DesignConstraint> _constraints = [];
    private readonly JointDistribution _prior;
    private readonly EquatableArray<EquatableArray<Fraction>>? _fixed;
    private readonly int[][] _payments;
    private readonly int[][] _chances;

    /// <summary>Writes the constraints of the guarantees.</summary>
    /// <param name="design">What is decided.</param>
    /// <param name="prior">The distribution of the types, over the profiles of the design.</param>
    /// <param name="guarantees">What the mechanism has to promise. <see cref="Guarantee.AllocativelyEfficient"/> excludes outcomes that are not efficient.</param>
    /// <param name="allocation">For each profile the probability of every outcome, where the allocation is given; null where it is sought.</param>
    /// <exception cref="ArgumentException">The prior or the allocation is over other profiles.</exception>
    public MechanismProgram(FiniteDesign design, JointDistribution prior, IEnumerable<Guarantee> guarantees, EquatableArray<EquatableArray<Fraction>>? allocation = null)
    {
        if (prior.Types != design.Types || (allocation is { } rows && (rows.Count != design.Types.Profiles || rows.Any(row => row.Count != design.Outcomes))))
        {
            throw new ArgumentException("The prior and the allocation have to be over the profiles of the design.", nameof(prior));
        }

        (Design, _prior, _fixed) = (design, prior, allocation);
        var profiles = Enumerable.Range(0, design.Types.Profiles);
        _payments = [.. profiles.Select(profile => Enumerable.Range(0, design.Types.Agents).Select(agent => Program.AddFreeVariable($"payment {profile} {agent}")).ToArray())];
        _chances = allocation is null
            ? [.. profiles.Select(profile => Enumerable.Range(0, design.Outcomes).Select(outcome => Program.AddVariable($"chance {profile} {outcome}")).ToArray())]
            : [];
        foreach (var row in _chances)
        {
            Require(new DesignConstraint(null, Array.IndexOf(_chances, row), -1, -1, -1), row.Aggregate(new LinearForm(), (sum, variable) => sum.Add(variable, 1)), Fraction.One, Relation.Equal);
        }

        foreach (var guarantee in guarantees.Distinct())
        {
            Require(guarantee);
        }
    }

    /// <summary>What is decided.</summary>
    public FiniteDesign Design { get; }

    /// <summary>The program. An objective may be set, and constraints added.</summary>
    public LinearProgram Program { get; } = new();

    /// <summary>What the program's first constraints say, in their order.</summary>
    public IReadOnlyList<DesignConstraint> Constraints => _constraints;

    /// <summary>The variable that an agent's payment at a profile is.</summary>
    public int PaymentVariable(int profile, int agent) => _payments[profile][agent];

    /// <summary>The variable that the probability of an outcome at a profile is; only where the allocation is sought.</summary>
    public int ChanceVariable(int profile, int outcome) => _chances[profile][outcome];

    /// <summary>What an agent pays at a profile.</summary>
    public LinearForm Payment(int profile, int agent) => new LinearForm().Add(_payments[profile][agent], 1);

    /// <summary>Expected payments, without costs.</summary>
    public LinearForm ExpectedPayments()
    {
        var form = new LinearForm();
        for (var profile = 0; profile < Design.Types.Profiles; profile++)
        {
            foreach (var payment in _payments[profile])
            {
                form.Add(payment, _prior.Masses[profile]);
            }
        }

        return form;
    }

    /// <summary>Expected payments less expected cost, and the constant part of it, which is zero unless the allocation is fixed.</summary>
    public (LinearForm Form, Fraction Constant) ExpectedRevenue()
    {
        var (cost, constant) = Expected((profile, outcome) => Design.Costs[outcome]);
        return (ExpectedPayments().Add(cost, -1), -constant);
    }

    /// <summary>Expected values less expected cost, and the constant part of it, which is all of it if the allocation is fixed.</summary>
    public (LinearForm Form, Fraction Constant) ExpectedWelfare() => Expected(Design.Welfare);

    /// <summary>Requires that expected payments exceed expected cost by at least an amount.</summary>
    public void RequireExpectedSurplus(Fraction amount)
    {
        var (form, constant) = ExpectedRevenue();
        Program.Constrain("expected surplus", form, Relation.AtLeast, amount - constant);
    }

    /// <summary>The mechanism at a point of the program.</summary>
    public FiniteMechanism Read(EquatableArray<Fraction> point) => new(
        Design,
        _fixed ?? _chances.Select(row => row.Select(variable => point[variable]).ToEquatableArray()).ToEquatableArray(),
        _payments.Select(row => row.Select(variable => point[variable]).ToEquatableArray()).ToEquatableArray());

    /// <summary>The expectation of what outcomes count at profiles, and the constant part of it, which is all of it if the allocation is fixed.</summary>
    public (LinearForm Form, Fraction Constant) ExpectedWorth(EquatableArray<EquatableArray<Fraction>> worth) => Expected((profile, outcome) => worth[profile][outcome]);

    private (LinearForm Form, Fraction Constant) Expected(Func<int, int, Fraction> amount)
    {
        var (form, constant) = (new LinearForm(), Fraction.Zero);
        for (var profile = 0; profile < Design.Types.Profiles; profile++)
        {
            var at = profile;
            constant += AddLottery(form, profile, _prior.Masses[profile], outcome => amount(at, outcome));
        }

        return (form, constant);
    }

    /// <summary>Adds a multiple of the lottery's expectation to a form, or returns it where the lottery is fixed.</summary>
    private Fraction AddLottery(LinearForm form, int profile, Fraction weight, Func<int, Fraction> amount)
    {
        var constant = Fraction.Zero;
        for (var outcome = 0; outcome < Design.Outcomes && !weight.IsZero; outcome++)
        {
            if (_fixed is { } rows)
            {
                constant += rows[profile][outcome] * amount(outcome) * weight;
            }
            else
            {
                form.Add(_chances[profile][outcome], amount(outcome) * weight);
            }
        }

        return constant;
    }

    private void Require(Guarantee guarantee)
    {
        var types = Design.Types;
        switch (guarantee)
        {
            case Guarantee.AllocativelyEfficient:
                RequireEfficiency();
                return;
            case Guarantee.ExPostBudgetBalanced or Guarantee.NoDeficit or Guarantee.NoSubsidy:
                for (var profile = 0; profile < types.Profiles; profile++)
                {
                    RequireBudget(guarantee, profile);
                }

                return;
            case Guarantee.ExAnteBudgetBalanced:
                var (form, constant) = ExpectedRevenue();
                Require(new DesignConstraint(guarantee, -1, -1, -1, -1), form, -constant, Relation.Equal);
                return;
        }

        for (var agent = 0; agent < types.Agents; agent++)
        {
            RequireOf(guarantee, agent);
        }
    }

    private void RequireOf(Guarantee guarantee, int agent)
    {
        var types = Design.Types;
        var all = Enumerable.Range(0, types.Profiles).ToList();
        if (guarantee == Guarantee.ExAnteIndividuallyRational)
        {
            RequireUtility(new DesignConstraint(guarantee, -1, agent, -1, -1), all);
            return;
        }

        for (var type = 0; type < types.Counts[agent]; type++)
        {
            var own = Enumerable.Range(0, types.Others(agent)).Select(others => types.Join(agent, type, others)).ToList();
            switch (guarantee)
            {
                case Guarantee.InterimIndividuallyRational:
                    RequireUtility(new DesignConstraint(guarantee, -1, agent, type, -1), own);
                    break;
                case Guarantee.ExPostIndividuallyRational:
                    own.ForEach(profile => RequireUtility(new DesignConstraint(guarantee, profile, agent, type, -1), [profile]));
                    break;
                default:
                    foreach (var report in Enumerable.Range(0, types.Counts[agent]).Where(report => report != type))
                    {
                        if (guarantee == Guarantee.BayesianIncentiveCompatible)
                        {
                            RequireUtility(new DesignConstraint(guarantee, -1, agent, type, report), own);
                        }
                        else
                        {
                            own.ForEach(profile => RequireUtility(new DesignConstraint(guarantee, profile, agent, type, report), [profile]));
                        }
                    }

                    break;
            }
        }
    }

    /// <summary>
    /// Over the profiles, weighted by probability if the constraint speaks of expectations (those of the type, where it speaks of one): utility is at least the
    /// lie's, or the outside option.
    /// </summary>
    private void RequireUtility(DesignConstraint constraint, List<int> profiles)
    {
        var (form, bound) = (new LinearForm(), Fraction.Zero);
        var condition = constraint is { Profile: < 0, Type: >= 0 } ? _prior.Marginal(constraint.Agent, constraint.Type) : Fraction.One;
        foreach (var profile in profiles)
        {
            var weight = constraint.Profile < 0 ? _prior.Masses[profile] / condition : Fraction.One;
            var type = Design.Types.TypeAt(profile, constraint.Agent);
            bound -= AddUtility(form, constraint.Agent, type, profile, weight);
            bound += constraint.Report < 0
                ? Design.Outside[constraint.Agent][type] * weight
                : AddUtility(form, constraint.Agent, type, Design.Types.With(profile, constraint.Agent, constraint.Report), -weight) * Fraction.MinusOne;
        }

        Require(constraint, form, bound, Relation.AtLeast);
    }

    private Fraction AddUtility(LinearForm form, int agent, int type, int profile, Fraction weight)
    {
        form.Add(_payments[profile][agent], -weight);
        return AddLottery(form, profile, weight, outcome => Design.Values[agent][type][outcome]);
    }

    private void RequireBudget(Guarantee guarantee, int profile)
    {
        if (guarantee == Guarantee.NoSubsidy)
        {
            for (var agent = 0; agent < Design.Types.Agents; agent++)
            {
                Require(new DesignConstraint(guarantee, profile, agent, Design.Types.TypeAt(profile, agent), -1), Payment(profile, agent), Fraction.Zero, Relation.AtLeast);
            }

            return;
        }

        var form = _payments[profile].Aggregate(new LinearForm(), (sum, payment) => sum.Add(payment, 1));
        var cost = AddLottery(form, profile, Fraction.MinusOne, outcome => Design.Costs[outcome]);
        Require(new DesignConstraint(guarantee, profile, -1, -1, -1), form, -cost, guarantee == Guarantee.NoDeficit ? Relation.AtLeast : Relation.Equal);
    }

    private void RequireEfficiency()
    {
        for (var profile = 0; profile < Design.Types.Profiles; profile++)
        {
            var (at, best) = (profile, Design.BestWelfare(profile));
            var form = new LinearForm();
            var waste = AddLottery(form, profile, Fraction.One, outcome => best - Design.Welfare(at, outcome));
            Require(new DesignConstraint(Guarantee.AllocativelyEfficient, profile, -1, -1, -1), form, -waste, Relation.AtMost);
        }
    }

    private void Require(DesignConstraint constraint, LinearForm form, Fraction bound, Relation relation)
    {
        _constraints.Add(constraint);
        Program.Constrain(constraint.ToString(), form, relation, bound);
    }
}
