using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing;

/// <summary>
/// Assertions for unit tests of any framework. Where the types are finitely many, by declaration or setup, every profile is looked at exactly; otherwise
/// <see cref="Audit.Search{TMechanism}"/> hunts for a counterexample, and that it finds none proves nothing.
/// </summary>
/// <example>
/// <code>
/// [Fact] public void Nobody_gains_by_a_lie() =&gt; MechanismAssert.Truthful&lt;Vickrey&gt;(new() { Agents = 3 });
/// </code>
/// </example>
public static class MechanismAssert
{
    /// <summary>Truth is a best reply to every profile of the others' reports.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say.</param>
    /// <exception cref="MechanismAssertionException">There is a profitable lie; the message tells it.</exception>
    /// <exception cref="AuditException">The mechanism cannot be audited.</exception>
    public static void Truthful<TMechanism>(AuditSetup? setup = null)
        where TMechanism : IMechanism => Obeys<TMechanism>(Law.DominantStrategyIncentiveCompatible, setup);

    /// <summary>Truth is a best reply in expectation if the others are truthful; types have to be finitely many, with a prior.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say.</param>
    /// <exception cref="MechanismAssertionException">There is a profitable lie; the message tells it.</exception>
    /// <exception cref="AuditException">The mechanism cannot be audited.</exception>
    public static void TruthfulInExpectation<TMechanism>(AuditSetup? setup = null)
        where TMechanism : IMechanism => Obeys<TMechanism>(Law.BayesianIncentiveCompatible, setup);

    /// <summary>No truthful agent ends below its outside option.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say.</param>
    /// <exception cref="MechanismAssertionException">An agent loses by taking part; the message tells when.</exception>
    /// <exception cref="AuditException">The mechanism cannot be audited.</exception>
    public static void IndividuallyRational<TMechanism>(AuditSetup? setup = null)
        where TMechanism : IMechanism => Obeys<TMechanism>(Law.ExPostIndividuallyRational, setup);

    /// <summary>Payments cover the cost at every profile: the mechanism needs no money from outside.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say.</param>
    /// <exception cref="MechanismAssertionException">There is a deficit; the message tells when.</exception>
    /// <exception cref="AuditException">The mechanism cannot be audited.</exception>
    public static void NeverPaysOut<TMechanism>(AuditSetup? setup = null)
        where TMechanism : IMechanism => Obeys<TMechanism>(Law.NoDeficit, setup);

    /// <summary>Payments sum to the cost at every profile.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say.</param>
    /// <exception cref="MechanismAssertionException">They do not; the message tells when.</exception>
    /// <exception cref="AuditException">The mechanism cannot be audited.</exception>
    public static void Balanced<TMechanism>(AuditSetup? setup = null)
        where TMechanism : IMechanism => Obeys<TMechanism>(Law.ExPostBudgetBalanced, setup);

    /// <summary>No agent is ever paid.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say.</param>
    /// <exception cref="MechanismAssertionException">One is; the message tells when.</exception>
    /// <exception cref="AuditException">The mechanism cannot be audited.</exception>
    public static void PaysNobody<TMechanism>(AuditSetup? setup = null)
        where TMechanism : IMechanism => Obeys<TMechanism>(Law.NoSubsidy, setup);

    /// <summary>What is chosen is worth most, its cost deducted.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say.</param>
    /// <exception cref="MechanismAssertionException">Something else would be worth more; the message tells what.</exception>
    /// <exception cref="AuditException">The mechanism cannot be audited.</exception>
    public static void Efficient<TMechanism>(AuditSetup? setup = null)
        where TMechanism : IMechanism => Obeys<TMechanism>(Law.AllocativelyEfficient, setup);

    /// <summary>Any law.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="setup">What the declaration does not say.</param>
    /// <exception cref="MechanismAssertionException">It is broken; the message is the counterexample.</exception>
    /// <exception cref="AuditException">The law cannot be judged; the message says why.</exception>
    public static void Obeys<TMechanism>(Law law, AuditSetup? setup = null)
        where TMechanism : IMechanism
    {
        setup ??= new();
        var report = SubjectOf.Mechanism<TMechanism>(setup).Parties.All(party => party.Types is not null) ? Audit.Exact<TMechanism>(setup) : Audit.Search<TMechanism>(setup);
        var finding = report[law];
        switch (finding.Verdict)
        {
            case Verdict.Broken:
                throw new MechanismAssertionException($"'{report.Mechanism}' is not {Words(law)}. {finding.Words}", finding);
            case Verdict.NotApplicable:
                throw new AuditException($"Whether '{report.Mechanism}' is {Words(law)} cannot be told. {finding.Words}");
        }
    }

    private static string Words(Law law) => law switch
    {
        Law.DominantStrategyIncentiveCompatible => "dominant strategy incentive compatible",
        Law.BayesianIncentiveCompatible => "Bayesian incentive compatible",
        Law.ExPostIndividuallyRational => "ex post individually rational",
        Law.InterimIndividuallyRational => "interim individually rational",
        Law.ExAnteIndividuallyRational => "ex ante individually rational",
        Law.NoDeficit => "free of deficits",
        Law.ExAnteNoDeficit => "free of an expected deficit",
        Law.ExPostBudgetBalanced => "ex post budget balanced",
        Law.ExAnteBudgetBalanced => "ex ante budget balanced",
        Law.NoSubsidy => "free of subsidies",
        Law.AllocativelyEfficient => "allocatively efficient",
        _ => "Pareto optimal",
    };
}
