using System.Globalization;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Laws;

/// <summary>The laws as executions.</summary>
internal sealed class LawCases
{
    private readonly RuleSystem _system;
    private readonly Func<TermPool> _newPool;
    private readonly Func<TermPool, Term.Symbol, Term>? _valueOf;

    private LawCases(RuleSystem system, Func<TermPool> newPool, Func<TermPool, Term.Symbol, Term>? valueOf)
    {
        _system = system;
        _newPool = newPool;
        _valueOf = valueOf;
    }

    /// <summary>The cases that together are the law for a number of agents; null if the law is not one that the provers know.</summary>
    /// <param name="question">The question; its payments are the user's own wherever the law is about payments.</param>
    /// <param name="agents">The number of agents, 1 for laws about a score.</param>
    public static IReadOnlyList<ProofCase>? Of(Question question, int agents) => new LawCases(question.System, () => new TermPool(), null).Of(question.Property, question.Focus, agents);

    /// <summary>The same with values for the inputs, for executing the law at one profile.</summary>
    /// <param name="question">The question.</param>
    /// <param name="agents">The number of agents, 1 for laws about a score.</param>
    /// <param name="newPool">Makes a pool for each case.</param>
    /// <param name="valueOf">The value of an input.</param>
    public static IReadOnlyList<ProofCase>? Of(Question question, int agents, Func<TermPool> newPool, Func<TermPool, Term.Symbol, Term> valueOf) =>
        new LawCases(question.System, newPool, valueOf).Of(question.Property, question.Focus, agents);

    private ProofCase[]? Of(Property property, int focus, int agents)
    {
        var system = _system;
        return property switch
        {
            Property.MonotoneScore or Property.MonotoneAllocation when system.Allocation is null => PerDomain(system, slot => MonotoneScore(system, slot)),
            Property.UnaffectedByInput => PerDomain(system, slot => Unaffected(system, slot, focus)),
            Property.Total when system.Allocation is null && system.Payment is null => PerDomain(system, slot => TotalScore(system, slot)),
            Property.MonotoneAllocation => PerAgent(agents, focal => TwoRuns(system, agents, focal, AllocationLaws.Monotone)),
            Property.Truthful when system.Payment is not null => PerAgent(agents, focal => TwoRuns(system, agents, focal, PaymentLaws.Truthful)),
            Property.IndividuallyRational when system.Payment is not null => PerAgent(agents, focal => OneRun(system, agents, focal, PaymentLaws.IndividuallyRational)),
            Property.NoSubsidy when system.Payment is not null => PerAgent(agents, focal => OneRun(system, agents, focal, PaymentLaws.NoSubsidy)),
            Property.NoDeficit when system.Payment is not null => [OneRun(system, agents, 0, PaymentLaws.NoDeficit)],
            Property.BudgetBalanced when system.Payment is not null => [OneRun(system, agents, 0, PaymentLaws.BudgetBalanced)],
            Property.Feasible when system.Allocation is not null => [OneRun(system, agents, 0, AllocationLaws.Feasible)],
            Property.Efficient => [OneRun(system, agents, 0, EfficiencyLaw.Demand)],
            Property.Total => PerAgent(agents, focal => OneRun(system, agents, focal, AllocationLaws.Total)),
            _ => null,
        };
    }

    private static ProofCase[] PerAgent(int agents, Func<int, ProofCase> make) => [.. Enumerable.Range(0, agents).Select(make)];

    // Agents with domains of their own are cases of their own.
    private static ProofCase[] PerDomain(RuleSystem system, Func<int, ProofCase> make) => PerAgent(system.Inputs.Max(input => input.Domains.Count), make);

    private ProofCase MonotoneScore(RuleSystem system, int slot)
    {
        var pool = _newPool();
        var inputs = new InputTerms(pool, system, slot + 1, slot, varied: null, _valueOf);
        return new ProofCase("the score", 1, slot, pool, [inputs.Order], decisions =>
        {
            var (worse, better) = Runs(pool, decisions, system, inputs, slot + 1);
            Demand.AtMost(decisions, pool, worse.Score(slot), better.Score(slot), system.Side == Side.Buyer ? "the score can fall as the report rises" : "the score can rise with the cost");
        });
    }

    private ProofCase Unaffected(RuleSystem system, int slot, int focus)
    {
        var pool = _newPool();
        var inputs = new InputTerms(pool, system, slot + 1, slot, focus, _valueOf);
        return new ProofCase("the score", 1, slot, pool, [inputs.Order], decisions =>
        {
            var low = new Profile(pool, decisions, system, inputs, inputs.Low, slot + 1).Score(slot);
            var high = new Profile(pool, decisions, system, inputs, inputs.High, slot + 1).Score(slot);
            var words = "the score can depend on '" + system.Inputs[focus].Name + "'";
            Demand.AtMost(decisions, pool, low, high, words);
            Demand.AtMost(decisions, pool, high, low, words);
        });
    }

    private ProofCase TotalScore(RuleSystem system, int slot)
    {
        var pool = _newPool();
        var inputs = new InputTerms(pool, system, slot + 1, slot, varied: null, _valueOf);
        return new ProofCase("the score", 1, slot, pool, [], decisions =>
            Demand.Finite(decisions, new Profile(pool, decisions, system, inputs, inputs.Low, slot + 1).Score(slot), "the score can be infinite or NaN"));
    }

    private ProofCase OneRun(RuleSystem system, int agents, int focal, Action<LawContext, Profile> law)
    {
        var pool = _newPool();
        var inputs = new InputTerms(pool, system, agents, focal, varied: null, _valueOf);
        return new ProofCase(NameOf(agents, focal), agents, focal, pool, [], decisions =>
            law(new LawContext(pool, decisions, system, inputs, agents, focal), new Profile(pool, decisions, system, inputs, inputs.Low, agents)));
    }

    private ProofCase TwoRuns(RuleSystem system, int agents, int focal, Action<LawContext, Profile, Profile> law)
    {
        var pool = _newPool();
        var inputs = new InputTerms(pool, system, agents, focal, varied: null, _valueOf);
        return new ProofCase(NameOf(agents, focal), agents, focal, pool, [inputs.Order], decisions =>
        {
            var (worse, better) = Runs(pool, decisions, system, inputs, agents);
            law(new LawContext(pool, decisions, system, inputs, agents, focal), worse, better);
        });
    }

    // A buyer is better to serve the higher its report is, a supplier the lower its cost is.
    private static (Profile Worse, Profile Better) Runs(TermPool pool, IDecisions decisions, RuleSystem system, InputTerms inputs, int agents)
    {
        var low = new Profile(pool, decisions, system, inputs, inputs.Low, agents);
        var high = new Profile(pool, decisions, system, inputs, inputs.High, agents);
        return system.Side == Side.Supplier ? (high, low) : (low, high);
    }

    private static string NameOf(int agents, int focal) => string.Format(CultureInfo.InvariantCulture, "{0} agents, agent {1}", agents, focal);
}

/// <summary>What a law needs besides the profiles.</summary>
/// <param name="Pool">Where terms are made.</param>
/// <param name="Decisions">The path.</param>
/// <param name="System">The rules.</param>
/// <param name="Inputs">The inputs; the focal reports are its two values.</param>
/// <param name="Agents">The number of agents.</param>
/// <param name="Focal">The focal agent.</param>
internal sealed record LawContext(TermPool Pool, IDecisions Decisions, RuleSystem System, InputTerms Inputs, int Agents, int Focal)
{
    /// <summary>The focal report that makes the agent worse to serve: x of a buyer, x′ of a supplier.</summary>
    public Term WorseReport => System.Side == Side.Supplier ? Inputs.High : Inputs.Low;

    /// <summary>The focal report that makes the agent better to serve.</summary>
    public Term BetterReport => System.Side == Side.Supplier ? Inputs.Low : Inputs.High;

    /// <summary>A double literal.</summary>
    public Term Number(double value) => Pool.Constant(Scalar.Of(value));
}
