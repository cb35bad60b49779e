using System.Globalization;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Language.Optima;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Optima;

/// <summary>Runs methods of the author's own at profiles of finitely many types while the declaration is read.</summary>
/// <param name="draft">The declaration.</param>
/// <param name="rule">The method.</param>
/// <param name="problem">A problem with finitely many types.</param>
internal sealed class ProfileRuns(Draft draft, RuleMethod rule, Problem problem)
{
    private readonly CompiledRule _compiled = new(rule.Body!);

    /// <summary>Types and outcomes.</summary>
    public FiniteEnvironment Environment { get; } = FiniteEnvironment.Of(problem);

    /// <summary>The number of goods; 0 where outcomes have names.</summary>
    public int Goods => (problem.Environment.Feasible as AdditiveGoods)?.Count ?? 0;

    /// <summary>The number of agents.</summary>
    public int Agents => Environment.Design.Types.Agents;

    /// <summary>What the agents report at a profile, as a parameter takes it.</summary>
    public EquatableArray<Scalar> Reports(int profile, int parameter)
    {
        var kind = rule.Body!.Parameters[parameter].Variable.Kind;
        return Environment.Design.Types.TypesAt(profile).SelectMany((type, agent) => Environment.Types[agent][type]).Select(number => OutcomeTableReader.NumberAs(kind, number)).ToEquatableArray();
    }

    /// <summary>An outcome, as the first parameter takes it: the owners of the goods, or a member of the enum.</summary>
    public EquatableArray<Scalar> Outcome(int outcome)
    {
        if (Goods > 0)
        {
            return GoodsDivision.OwnersOf(Agents, Goods, outcome).Select(owner => Scalar.Of(owner)).ToEquatableArray();
        }

        var value = long.Parse(OutcomesEnvironment.MembersOf(draft.First(OutcomesEnvironment.Attribute)!.Value)[outcome].Value, CultureInfo.InvariantCulture);
        return [rule.Body!.Parameters[0].Variable.Kind == ScalarKind.Int64 ? Scalar.Of(value) : Scalar.Of((int)value)];
    }

    /// <summary>One run.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it gives, or why it gives nothing.</returns>
    public (EquatableArray<Scalar> Values, string? Fault) Run(params EquatableArray<Scalar>[] arguments)
    {
        var result = _compiled.Execute(arguments.ToEquatableArray(), agents: Goods);
        return (result.Values, result.Status switch
        {
            RunStatus.Completed => null,
            RunStatus.Failed => $"throws {result.Failure}",
            _ => "takes too many steps",
        });
    }

    /// <summary>Reports that a run gives nothing that can be used (MECH1014).</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="at">What else it was given, in words.</param>
    /// <param name="fault">What it does.</param>
    public void Report(int profile, string at, string fault) =>
        draft.Report(Findings.Rule.NoResult, new Place.Rule(rule.Attribute, rule.Ordinal), rule.Name, $"at {new ConstraintWords(problem, Environment).Profile(profile)}{at} it {fault}");

    /// <summary>Whether a method can be run: no obstacle, static, of the right signature, and with a body that can be read (MECH1011, MECH1012).</summary>
    public static bool AreUsable(Draft draft, RuleMethod rule, string? signature)
    {
        if ((rule.Obstacle ?? (rule.IsStatic ? signature : "it must be static")) is { } obstacle)
        {
            SignatureCheck.Report(draft, rule, obstacle, rule is { Obstacle: null, IsStatic: false } ? [new FixProperty(FixData.Signature, SignatureRepair.Static)] : []);
            return false;
        }

        if (rule.Body is null)
        {
            draft.Report(Findings.Rule.OutsideSubset, new Place.Rule(rule.Attribute, rule.Ordinal), rule.Name, rule.NotUnderstood ?? "it has no body");
            return false;
        }

        return true;
    }

    /// <summary>The outcomes' enum and the number type of types, as a signature names them.</summary>
    public static (TypeUse? Outcomes, RuleType.Number? Type) Names(Draft draft) =>
        (draft.First(OutcomesEnvironment.Attribute)?.Attribute.TypeArgument, draft.Rule("Value")?.Parameters is [_, { Type: RuleType.Number number }] ? number : null);

    /// <summary>Whether a type is the enum of the outcomes.</summary>
    public static bool IsOutcome(RuleType type, TypeUse? outcomes) => type is RuleType.Enumeration(var name) && name.Replace("@", string.Empty) == outcomes?.FullName;
}
