using Fractions;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.MultiParameter;
using MechanismDsl.Theory.Tests.Service;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>
/// Topic 05: with finitely many types, revenue equivalence leaves slack. Payments that are Bayesian incentive compatible and individually rational in
/// expectation may collect more than those that make truth dominant and participation worthwhile at every profile.
/// </summary>
public sealed class FiniteParticipationCases
{
    private const int Types = 9;

    [Theory, Golden("irvcg-home-finite-lp-10")]
    public void The_most_that_any_payments_can_collect(string id)
    {
        var golden = GoldenCase.Get(id);
        var option = new Fraction(golden.Inputs.GetProperty("IR_A").GetInt32());
        var problem = Choices.HomeImprovement(option.ToDouble()) with { Payments = new PaymentRule.IndividuallyRational() };
        var surplus = Choices.Solve(problem).Expected!.Revenue;
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("ir_vcg_surplus")), surplus);
        var interpreter = new ChoiceInterpreter(problem);
        var most = surplus + MoreThanPaid(interpreter, 0, option) + MoreThanPaid(interpreter, 1, Fraction.Zero);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("max_expected_surplus")), most);
        Assert.True(golden.Expected.GetProperty("exists").GetBoolean() && most >= Fraction.Zero);
    }

    /// <summary>
    /// The most that an agent can be charged in expectation beyond its present payments. The present ones are feasible, and of systems of differences the
    /// solutions have a largest one, so what is added is never negative.
    /// </summary>
    private static Fraction MoreThanPaid(ChoiceInterpreter interpreter, int agent, Fraction option)
    {
        var program = new ExactProgram(Types);
        var outcomes = Enumerable.Range(1, Types)
            .Select(report => Enumerable.Range(1, Types).Select(other => interpreter.Run(agent == 0 ? [report, other] : [other, report])).ToArray())
            .ToArray();
        for (var type = 0; type < Types; type++)
        {
            program.Want(type, new Fraction(1, Types));
            program.AtMost(Utility(type, type) - option, (type, Fraction.One));
            foreach (var report in Enumerable.Range(0, Types).Where(report => report != type))
            {
                program.AtMost(Utility(type, type) - Utility(type, report), (type, Fraction.One), (report, new Fraction(-1)));
            }
        }

        return program.Maximum();

        // Of a type that makes a report, over all types of the other agent.
        Fraction Utility(int type, int report)
        {
            var values = interpreter.ValuesOf(agent, type + 1);
            return outcomes[report].Select(outcome => values[outcome.Chosen] - outcome.Payments[agent]).Aggregate((one, other) => one + other) / Types;
        }
    }
}
