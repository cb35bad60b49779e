using System.Globalization;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a campaign: when the product is made, for whom, what is paid, what does not hold. Its examples are run.</summary>
internal sealed class CampaignExplainer(SolvedCampaign campaign)
{
    private readonly List<ExplanationLine> _lines = [];
    private readonly Problem _problem = campaign.Problem;
    private readonly string _target = NumberText.Words(campaign.Target, 12);

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        switch (_problem)
        {
            case { Payments: PaymentRule.Posted(var price) }:
                ExplainPrice(Number(price));
                break;
            case { Payments: PaymentRule.PayAsBid }:
                ExplainPledges();
                break;
            case { Payments: PaymentRule.CostSharing }:
                ExplainShares();
                break;
            case { Objective: Objective.RevenueOptimal }:
                ExplainOptimal();
                break;
            default:
                ExplainEfficient();
                break;
        }

        if (campaign.Numbers is { } numbers)
        {
            Add(1, "Expected, with truthful reports under the declared priors:");
            Add(2, $"The product is made with probability {numbers.Funded.Text}; payments less the cost are {numbers.Profit.Text}.");
            if (numbers.BackerSurplus is { } surplus)
            {
                Add(2, $"All backers together gain {surplus.Text}.");
            }
        }

        foreach (var agent in CampaignSolver.AgentsOf(_problem.Population).Where(agent => agent.Prior is not null))
        {
            Add(1, $"{agent.Name ?? "Every backer"}: value distributed as {agent.Prior!.Describe()}.");
        }

        _lines.AddRange(GuaranteeLines.Of(campaign.Evidence, _problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private void ExplainPrice(string price)
    {
        var pledges = campaign.Pledges?.ToString(CultureInfo.InvariantCulture);
        Add(0, $"Who accepts the price {price} gets the product at it, if the pledges meet the target {_target}; otherwise they are handed back.");
        Add(1, $"When it is made: {(campaign.Pledges == 1 ? "one pledge is" : $"{pledges} pledges are")} enough. A price met exactly is accepted.");
        Add(1, "What is paid: the price, by everybody who gets the product.");
        Add(2, "To accept exactly what is worth the price is a best reply whatever the others do: accepting a price above the value could only lose, and an accepted price below it is a gain whenever the product is made.");
        Add(1, "What does not hold: efficiency. A product that is worth its cost to all together is not made where too few accept the price, and who does not accept it does not get one.");
    }

    private void ExplainPledges()
    {
        Add(0, $"All pledges are taken, and all get the product, if they sum to the target {_target}; otherwise they are handed back.");
        Add(1, "What is paid: the own pledge.");
        Add(2, $"At the pledges ({Number(.6 * campaign.Target)}, {Number(.6 * campaign.Target)}) both pay {Number(.6 * campaign.Target)}, and each could have paid {Number(.4 * campaign.Target)} instead.");
        Add(1, "What does not hold: truth. A pledge can be cut as long as the target is met, so backers pledge less than their values and wait for each other; the sum of pledges may stay below a target that is worth it.");
    }

    private void ExplainShares()
    {
        Add(0, $"The product is made for the largest group of backers to each of whom it is worth an equal share of the target {_target}; they pay these shares, and nobody else gets it.");
        Add(1, "When it is made: everybody whose report is below its share leaves, the shares of the others rise, and so on; it is made if somebody is left. A share met exactly is borne.");
        Add(1, "What is paid: the target divided by the number of members" + (_problem.Money.IsGrid ? "; what cannot be divided is borne by the first of them, one step each." : "."));
        Example([.75 * campaign.Target, .45 * campaign.Target, .35 * campaign.Target, .1 * campaign.Target]);
        Add(2, "A share falls as the group grows and does not depend on the own report, so it is best to be in the group exactly where the product is worth the share (Moulin and Shenker 2001).");
        Add(1, "What does not hold: efficiency. A product that is worth its cost to all together is not made where too few can bear an equal share, and who cannot is kept out though its place would cost nothing.");
    }

    private void ExplainEfficient()
    {
        Add(0, $"The product is made for all if it is worth the target {_target} to all together; each pays what the others lack of it.");
        Add(1, "When it is made: if the reports sum to the target; a target met exactly is met.");
        Add(1, "What is paid: the target less the sum of the others' reports, if that is positive: the externality (Clarke 1971).");
        Example([.6 * campaign.Target, .6 * campaign.Target]);
        Add(1, "What does not hold: no deficit. The more the backers want the product together, the less each of them pays.");
    }

    private void ExplainOptimal()
    {
        Add(0, $"The product is made for those whose virtual values are not negative, if these sum to the target {_target}; each pays the lowest value with which it would still get it.");
        Add(1, "When it is made: if the virtual values, value - (1 - F)/f, of those that are not negative sum to the target (Myerson 1981).");
        foreach (var (score, index) in campaign.Scores.Select((score, index) => (score, index)))
        {
            var who = _problem.Population is Population.Named(var named) ? $"{named[index].Name}'s" : "The";
            var intercept = score.Intercept < 0 ? $" - {Number(-score.Intercept)}" : score.Intercept > 0 ? $" + {Number(score.Intercept)}" : string.Empty;
            Add(2, $"{who} virtual value is {(score.Slope == 1 ? string.Empty : Number(score.Slope) + "·")}value{intercept}; below {Number(score.Lowest)} nobody gets the product.");
        }

        Add(1, "What is paid: the lowest value with which the own virtual value is not negative and brings what the others' lack of the target.");
        Add(1, "What does not hold: efficiency, because low values are turned away; and with many backers the payments of single profiles may stay below the cost, which they cover in expectation.");
    }

    private void Example(double[] reports)
    {
        reports = [.. reports.Select(report => _problem.Money.RoundDown(report))];
        var (served, payments) = new CampaignInterpreter(campaign).Run(reports);
        if (served.Any(own => own))
        {
            Add(2, $"At the values ({string.Join(", ", reports.Select(Number))}) the payments are ({string.Join(", ", payments.Select(Number))}), {Number(payments.Sum())} in all for a cost of {_target}.");
        }
    }

    private static string Number(double value) => NumberText.Words(value, 12);
}
