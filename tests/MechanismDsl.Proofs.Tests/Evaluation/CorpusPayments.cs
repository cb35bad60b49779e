using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>Payments that people write, with the allocation that they belong to and the laws that they break.</summary>
internal static class CorpusPayments
{
    private static readonly Property[] _all = [Property.IndividuallyRational, Property.Truthful, Property.NoSubsidy, Property.PaymentIdentity];

    public static readonly Dictionary<string, (string Allocation, Rule Payment, Property[] Holds, Property[] Broken)> All = new()
    {
        ["SecondPrice"] = ("Argmax", OfWinner("SecondPrice", CorpusAllocations.FindHighest, (_, others, _) => others, 0), _all, []),
        ["FirstPrice"] = ("Argmax", OfWinner("FirstPrice", CorpusAllocations.FindHighest, (own, _, _) => own, 0), [Property.IndividuallyRational], [Property.Truthful, Property.PaymentIdentity]),
        ["EntryFee"] = ("Argmax", OfWinner("EntryFee", CorpusAllocations.FindHighest, (_, others, _) => others + 2.0, 0, loser: 2), [Property.Truthful, Property.PaymentIdentity], [Property.IndividuallyRational]),
        ["SecondPriceReserve"] = ("ArgmaxReserve", OfWinner("SecondPriceReserve", CorpusAllocations.FindAboveReserve, (_, others, _) => others, 10), _all, []),
        ["ForgotReserve"] = ("ArgmaxReserve", OfWinner("ForgotReserve", CorpusAllocations.FindAboveReserve, (_, others, _) => others, 0), [Property.IndividuallyRational], [Property.Truthful, Property.PaymentIdentity]),
        ["QualityCritical"] = ("QualityWeighted", OfQuality("QualityCritical", divides: true), _all, []),
        ["QualityForgotDivide"] = ("QualityWeighted", OfQuality("QualityForgotDivide", divides: false), [Property.NoSubsidy], [Property.IndividuallyRational, Property.Truthful]),
        ["Rebate"] = ("Argmax", OfWinner("Rebate", CorpusAllocations.FindHighest, (_, others, _) => others, 0, rebate: true), [Property.IndividuallyRational], [Property.NoSubsidy]),
    };

    /// <summary>What the winner pays: a function of its own report, the highest of the others (at least a floor), and the agent's index.</summary>
    private static Rule OfWinner(
        string name, Func<RuleBuilder, Variable, Variable, Statement> winner, Func<Ex, Ex, Ex, Ex> price, double floor, double loser = 0, bool rebate = false)
    {
        var rule = new RuleBuilder(name);
        var (bids, agent, w, p, others, j, least) = (rule.Reports(), rule.Agent(), rule.Local(ScalarKind.Int32), rule.Local(), rule.Local(), rule.Local(ScalarKind.Int32), rule.Local());
        var body = new List<Statement>
        {
            winner(rule, bids, w),
            Set(p, loser),
            rule.If(((Ex)w).Is(agent),
                Set(others, floor),
                rule.For(j, 0, Length(bids), rule.If(((Ex)j).Differs(agent), Set(others, ((Ex)others).Max(At(bids, j))))),
                Set(p, price(At(bids, agent), others, agent))),
        };
        if (rebate)
        {
            body.Add(Set(least, 100.0));
            body.Add(rule.For(j, 0, Length(bids), Set(least, ((Ex)least).Min(At(bids, j)))));
            body.Add(Set(p, (Ex)p - ((Ex)least / Length(bids).To(ScalarKind.Double))));
        }

        return rule.Build(p, [.. body]);
    }

    private static Rule OfQuality(string name, bool divides)
    {
        var rule = new RuleBuilder(name);
        var (bids, agent, w, p, j) = (rule.Reports(), rule.Agent(), rule.Local(ScalarKind.Int32), rule.Local(), rule.Local(ScalarKind.Int32));
        Ex Quality(Ex index) => divides ? At(CorpusAllocations.Quality, index) : 1.0;
        return rule.Build(p,
            CorpusAllocations.FindQualityWeighted(rule, bids, w),
            Set(p, 0.0),
            rule.If(((Ex)w).Is(agent),
                rule.For(j, 0, Length(bids), rule.If(((Ex)j).Differs(agent), Set(p, ((Ex)p).Max(At(bids, j) * Quality(j))))),
                Set(p, (Ex)p / Quality(agent))));
    }
}
