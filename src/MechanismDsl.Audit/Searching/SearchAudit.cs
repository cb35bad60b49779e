using System.Globalization;
using MechanismDsl.Auditing.Exact;
using MechanismDsl.Auditing.Reports;
using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing.Searching;

/// <summary>Hunts for cases in which a law is broken. Whatever it finds was executed in rationals; that it finds nothing proves nothing.</summary>
internal sealed class SearchAudit
{
    private static readonly Law[] _laws =
    [
        Law.DominantStrategyIncentiveCompatible,
        Law.ExPostIndividuallyRational,
        Law.NoDeficit,
        Law.ExPostBudgetBalanced,
        Law.NoSubsidy,
        Law.AllocativelyEfficient,
        Law.ParetoOptimal,
    ];

    private readonly Subject _subject;
    private readonly AuditSetup _setup;
    private readonly TypeRanges _ranges;
    private readonly Hunt _hunt;
    private readonly Dictionary<Law, Case> _worst = [];
    private long _lies;

    private SearchAudit(Subject subject, AuditSetup setup) => (_subject, _setup, _ranges, _hunt) = (subject, setup, new TypeRanges(subject, setup), new Hunt(subject));

    private double Tolerance => _setup.Tolerance * Math.Max(1, _ranges.Scale);

    /// <summary>Searches.</summary>
    /// <exception cref="AuditException">The mechanism refuses every profile, or a payment is no number.</exception>
    public static AuditReport Of(Subject subject, AuditSetup setup, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (setup.Profiles < 1)
        {
            throw new AuditException(FormattableString.Invariant($"Profiles = {setup.Profiles}: a search looks at one profile at least."));
        }

        var search = new SearchAudit(subject, setup);
        search.Look(progress, cancellation);
        var refinement = new Refinement(subject, search._ranges, search._hunt);
        return new AuditReport(
            subject.Name,
            string.Create(CultureInfo.InvariantCulture, $"a search of {setup.Profiles} profiles of types from {search._ranges.Words} and {search._lies} lies, seed {setup.Seed}; what it does not find is not proved."),
            [.. Enum.GetValues<Law>().Select(law => search.Judge(law, refinement))]);
    }

    private void Look(IProgress<double>? progress, CancellationToken cancellation)
    {
        var stream = new RandomStream(_setup.Seed, 0);
        var lies = new Lies(_subject, _ranges);
        for (var profile = 0; profile < _setup.Profiles; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var types = _ranges.Draw(ref stream);
            if (_hunt.Play(types) is { } truth)
            {
                LookAt(types, truth, lies, ref stream);
            }

            progress?.Report((profile + 1.0) / _setup.Profiles);
        }

        if (_hunt.Refused > 0 && _hunt.Refused == _hunt.Runs)
        {
            throw new AuditException($"'{_subject.Name}' refuses every profile of types from {_ranges.Words}: {_hunt.Refusal}");
        }
    }

    private void LookAt(double[][] types, Settlement truth, Lies lies, ref RandomStream stream)
    {
        foreach (var law in _laws)
        {
            if (law is Law.DominantStrategyIncentiveCompatible || WhyNot(law) is not null)
            {
                continue;
            }

            var isOfAgents = law is Law.ExPostIndividuallyRational or Law.NoSubsidy;
            for (var agent = isOfAgents ? 0 : -1; agent < (isOfAgents ? types.Length : 0); agent++)
            {
                Note(law, new Case(types, agent, null, _hunt.Measure(law, types, agent, truth)));
            }
        }

        for (var agent = 0; agent < types.Length; agent++)
        {
            var honest = _hunt.Utility(agent, types[agent], truth);
            foreach (var lie in lies.Of(types, agent, truth, ref stream))
            {
                _lies++;
                if (_hunt.Play(Hunt.With(types, agent, lie)) is { } lied)
                {
                    Note(Law.DominantStrategyIncentiveCompatible, new Case(types, agent, lie, _hunt.Utility(agent, types[agent], lied) - honest));
                }
            }
        }
    }

    private void Note(Law law, Case found)
    {
        if (found.Loss > Tolerance && (!_worst.TryGetValue(law, out var worst) || found.Loss > worst.Loss))
        {
            _worst[law] = found;
        }
    }

    private string? WhyNot(Law law) => law switch
    {
        Law.NoDeficit or Law.ExPostBudgetBalanced => _subject.Setting.WhyNoBudget,
        Law.AllocativelyEfficient or Law.ParetoOptimal when !_hunt.KnowsAlternatives => _subject.Setting.WhyNoEfficiency ?? "the feasible outcomes are too many to be looked at one by one",
        _ when !_laws.Contains(law) => "it speaks of expectations, which Audit.Exact takes over finitely many types and Audit.Simulate estimates",
        _ => null,
    };

    private LawFinding Judge(Law law, Refinement refinement)
    {
        if (WhyNot(law) is { } reason)
        {
            return new LawFinding(law, Verdict.NotApplicable, $"{Account.Sentence(reason)}.");
        }

        if (_worst.TryGetValue(law, out var found))
        {
            var finding = Executed(law, refinement.Improve(law, found));
            var isRounded = _subject.IsRounded || finding.Counterexample!.Truth!.IsFractional || finding.Counterexample.Lied is { IsFractional: true };
            if (Math.Abs(Rational.Near(finding.Counterexample!.Gain)) > (isRounded ? Tolerance : 0))
            {
                return finding;
            }
        }

        return new LawFinding(law, Verdict.NothingFound, "Nothing was found, which proves nothing.");
    }

    private LawFinding Executed(Law law, Case found)
    {
        var account = new Account(_subject);
        return law switch
        {
            Law.DominantStrategyIncentiveCompatible => account.Lie(found.Types, found.Agent, found.Lie!),
            Law.ExPostIndividuallyRational => account.Loss(found.Types, found.Agent),
            Law.NoSubsidy => account.Subsidy(found.Types, found.Agent),
            Law.NoDeficit or Law.ExPostBudgetBalanced => account.Budget(law, found.Types),
            _ => account.Waste(law, found.Types, _hunt.Better(found.Types, _subject.Play(found.Types)).Outcome),
        };
    }
}
